import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Makes the tables of the benchmark's own folder, the way an installation does. */
export async function migrate() {
  execFileSync(process.execPath, ['ace.js', 'migration:run', '--force', '--compact-output'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
