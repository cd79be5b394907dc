import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storageFolder } from '#config/storage'

export interface DemoSignIn {
  email: string
  password: string
}

const path = () => join(storageFolder(), 'demo_sign_in.json')

/** Keeps the generated passwords for the owner of this machine only: hashes cannot be printed at the next start. */
export const keepDemoSignIn = (administrator: DemoSignIn, limited: DemoSignIn) =>
  writeFile(path(), JSON.stringify({ administrator, limited }, null, 2), { mode: 0o600 })

/** The demo's sign-ins, or undefined where this installation has no demo. */
export async function readDemoSignIn(): Promise<
  { administrator: DemoSignIn; limited: DemoSignIn } | undefined
> {
  try {
    return JSON.parse(await readFile(path(), 'utf8'))
  } catch {
    return undefined
  }
}
