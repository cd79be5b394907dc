// Makes package-lock.json: node scripts/lock.mjs (after each change of dependencies).
// In an empty folder (an installed tree of one platform would narrow it), then three repairs:
// no extraneous entries, no addresses, and an entry for each optional platform package that the registry did not offer
// (npm leaves those out, and then `npm ci` refuses its own lock file).
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
const dir = mkdtempSync(join(tmpdir(), 'lock-'))
for (const f of [
  'package.json',
  '.npmrc',
  ...(process.argv.includes('--fresh') ? [] : ['package-lock.json']),
])
  if (existsSync(f)) cpSync(f, join(dir, f))
if (!process.argv.includes('--repair'))
  execFileSync('npm', ['install', '--package-lock-only', '--loglevel=error'], {
    cwd: dir,
    stdio: 'inherit',
  })
const lock = JSON.parse(readFileSync(join(dir, 'package-lock.json'), 'utf8')),
  all = lock.packages
for (const key of Object.keys(all)) {
  if (all[key].extraneous) delete all[key]
  else delete all[key].resolved
}
const oses = [
    'android',
    'darwin',
    'freebsd',
    'linux',
    'win32',
    'openharmony',
    'netbsd',
    'openbsd',
    'sunos',
    'aix',
  ],
  cpus = [
    'arm64',
    'x64',
    'arm',
    'ia32',
    'ppc64',
    's390x',
    'riscv64',
    'loong64',
    'wasm32',
    'mips64el',
  ]
const added = []
for (const [key, p] of Object.entries(all))
  for (const [name, range] of Object.entries(p.optionalDependencies ?? {})) {
    let at = key,
      found = false
    for (;;) {
      if (all[(at ? at + '/' : '') + 'node_modules/' + name]) {
        found = true
        break
      }
      if (!at) break
      at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : ''
    }
    if (found) continue
    const tail = name.replace(/^.*\//, ''),
      words = tail.split(/[-.]/)
    const os = oses.filter((o) => words.includes(o)),
      cpu = cpus.filter((c) => words.includes(c))
    if (tail.includes('gnueabihf') || tail.includes('musleabihf')) cpu.push('arm')
    if (!os.length && !cpu.length) {
      console.error('left out, no platform in its name: ' + name)
      continue
    }
    const libc = tail.endsWith('-gnu') ? ['glibc'] : tail.endsWith('-musl') ? ['musl'] : undefined
    all['node_modules/' + name] = {
      version: range.replace(/^[\^~=]/, ''),
      ...(cpu.length && { cpu: [...new Set(cpu)] }),
      ...(libc && { libc }),
      optional: true,
      ...(os.length && { os }),
    }
    added.push(name)
  }
lock.packages = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n')
rmSync(dir, { recursive: true })
console.log(`${Object.keys(all).length} entries, ${added.length} completed: ${added.join(', ')}`)
