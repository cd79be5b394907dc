// Runs on whatever Node is there (20 or newer), with nothing installed: built-in modules only.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const binaries = join(root, 'node_modules', '.bin')
/** The runtime that the application needs, brought by npm: the machine's own may be older. */
export const node = join(binaries, 'node')
export const env = { ...process.env, PATH: binaries + delimiter + process.env.PATH }

const digest = (...files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()

/** Does the work unless the stamp of that name still says the same. */
async function once(name, value, work) {
  const stamp = join('node_modules', '.' + name)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === value) return
  await work()
  writeFileSync(stamp, value)
}

/** Runs a command to its end; where it fails, so do we, with its exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: 'inherit', env, ...options })
  if (result.status === 0) return
  console.error(
    `${command} ${args.join(' ')}: exit ${result.status ?? result.signal ?? result.error}`
  )
  process.exit(result.status || 1)
}

export async function installPackages() {
  if (!existsSync(node)) rmSync(join('node_modules', '.lock-hash'), { force: true })
  await once('lock-hash', digest('package-lock.json'), () => {
    console.log('Installing packages (npm ci), about a minute …')
    const npm = process.env.npm_execpath
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    if (npm) run(process.execPath, [npm, ...args])
    else run('npm', args)
  })
}

/** Settings of a machine that has none: a key of its own, and this machine's address only. */
export function writeEnvironment() {
  if (existsSync('.env')) return
  const key = randomBytes(24).toString('base64url')
  writeFileSync('.env', `NODE_ENV=production\nHOST=127.0.0.1\nPORT=3333\nAPP_KEY=${key}\n`, {
    mode: 0o600,
  })
}

const manifest = 'public/assets/.vite/manifest.json'

/** Builds the page where its sources, or what was built of them, have changed. */
export async function buildPage() {
  const sources = digest(
    'vite.config.ts',
    'vite.compressed_copies.ts',
    'vite.documents.config.ts',
    'package-lock.json',
    ...filesUnder('frontend'),
    ...filesUnder('core/contracts'),
    ...filesUnder('plugins/widgets'),
    ...(existsSync('plugins/modules') ? filesUnder('plugins/modules') : [])
  )
  const built = existsSync(manifest) ? digest(manifest) : ''
  const stamp = join('node_modules', '.page-hash')
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources + built) return
  console.log('Building the page …')
  run(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])
  writeFileSync(stamp, sources + digest(manifest))
}

/**
 * How the server is run. The engine's many threads would each keep memory of their own, and a heap
 * without a limit grows before it tidies up: together they would hold twice of what they need.
 */
export const serving = {
  arguments: ['--max-old-space-size=400'],
  environment: { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2' },
}

/** Lives as long as its child: passes signals on, and answers its exit code. */
export const become = (args, extra = {}) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { stdio: 'inherit', env: { ...env, ...extra } })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
    }
    child.on('exit', (code, signal) =>
      resolve(code ?? (['SIGTERM', 'SIGINT'].includes(signal) ? 0 : 1))
    )
  })
