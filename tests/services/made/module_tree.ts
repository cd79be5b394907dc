import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import app from '@adonisjs/core/services/app'

/** What is of no use to a copy, or made anew in it. */
const left = ['.git', 'node_modules', 'storage', 'build', 'docs', 'bench']

/** How a command ended that was run in a copy. */
export interface Ran {
  exitCode: number | null
  output: string
  errors: string
}

/** A copy of the repository with packages of its own name, in which modules can be added and taken away. */
export interface ModuleTree {
  root: string
  /** Writes files of a module, and lists it where it is not. */
  write(key: string, files: Readonly<Record<string, string>>): void
  remove(key: string): void
  /** Runs Node in the copy to its end. */
  run(args: readonly string[], env?: Record<string, string>): Promise<Ran>
}

/** Copies the repository; `remove` takes the copy away again. */
export function moduleTree(): { tree: ModuleTree; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'telestat-modules-'))
  for (const name of readdirSync(app.makePath())) {
    if (left.includes(name)) continue
    cpSync(app.makePath(name), join(root, name), { recursive: true })
  }
  symlinkSync(app.makePath('node_modules'), join(root, 'node_modules'))
  const folder = (key: string) => join(root, 'plugins', 'modules', key)
  const tree: ModuleTree = {
    root,
    write(key, files) {
      for (const [name, content] of Object.entries(files)) {
        const path = join(folder(key), name)
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, content)
      }
    },
    remove: (key) => rmSync(folder(key), { recursive: true }),
    async run(args, env = {}) {
      const child = spawn(process.execPath, [...args], {
        cwd: root,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      const [exitCode, output, errors] = await Promise.all([
        ended,
        text(child.stdout),
        text(child.stderr),
      ])
      return { exitCode, output, errors }
    },
  }
  return { tree, remove: () => rmSync(root, { recursive: true, force: true }) }
}
