import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

/** The one folder that everything kept on this machine lies under. */
const storage = env.get('STORAGE') ?? app.makePath('storage')

/** The path of a folder under the storage, made if it is not there. */
export function storageFolder(...names: string[]): string {
  const folder = join(storage, ...names)
  mkdirSync(folder, { recursive: true })
  return folder
}
