// npm test: installs what is missing, then lint, format, types and every suite.
// npm test -- <suite> --files=<part of a path> runs only those, without the checks.
import { spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { buildPage, env, installPackages, node, run, writeEnvironment } from './setup.mjs'

// Without a language Chromium saves files by no name that has letters beyond ASCII.
env.LANG ??= 'C.UTF-8'

const systemPackages = {
  'chromium': '/usr/bin/chromium',
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  'libreoffice-calc': '/usr/bin/soffice',
  'mariadb-server': '/usr/sbin/mariadbd',
  'redis-server': '/usr/bin/redis-server',
}

function installSystemPackages() {
  const missing = Object.keys(systemPackages).filter((name) => !existsSync(systemPackages[name]))
  if (!missing.length) return
  console.log(`Installing ${missing.join(', ')} …`)
  const quiet = {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }
  // A policy that forbids starting services: the tests start their own.
  const policy = '/usr/sbin/policy-rc.d'
  const ours = !existsSync(policy)
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  const options = ['-qq', '-y', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=120']
  try {
    run('apt-get', ['-qq', 'update'], quiet)
    run('apt-get', [...options, '--no-install-recommends', 'install', ...missing], quiet)
  } finally {
    if (ours) rmSync(policy)
  }
}

/** Shows what two lanes of work say, one after the other: what the second says waits until the first has ended. */
const held = []
let speaking
const say = (lane, text) => {
  speaking ??= lane
  if (lane === speaking) process.stdout.write(text)
  else held.push(text)
}
const end = (lane) => {
  if (lane !== speaking) return
  speaking = undefined
  for (const text of held.splice(0)) process.stdout.write(text)
}

/** Runs a check and answers whether it passed, printing what it said only where it did not. */
const check = (lane, name, args) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
    child.on('exit', (code) => {
      say(lane, `${code === 0 ? 'passed' : 'FAILED'}  ${name}${code === 0 ? '' : `\n${said}`}\n`)
      resolve({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })
    })
  })

const ENDS_WITHIN_MS = 60_000

/** Stops a run that has told its result and still holds something open, a browser for example. */
const endLater = (lane, child) => {
  const timer = setTimeout(() => {
    say(lane, 'The run did not end by itself and is stopped.\n')
    child.kill('SIGTERM')
  }, ENDS_WITHIN_MS)
  child.once('exit', () => clearTimeout(timer))
}

const KEPT_CHARACTERS = 400_000

/** The errors that a run tells at its end, without the frames of libraries and the lines of source around them. */
const errorsIn = (plain) => {
  const start = plain.search(/^─* *ERRORS *─*$/m)
  if (start < 0) return []
  const told = plain.slice(start).split('\n').slice(1)
  const end = told.findIndex((line) => /^ *(FAILED|Tests ) */.test(line))
  return told
    .slice(0, end < 0 ? undefined : end)
    .filter(
      (line) =>
        line.trim() && !/node_modules|node:internal|^ *❯? *\d+ ┃|^\[\d+\/\d+\]─*$/.test(line)
    )
}

/** Runs suites and answers how many tests passed and failed, read from the runner's last lines. */
const suites = (lane, args) =>
  new Promise((resolve) => {
    const child = spawn(node, ['test.js', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const hear = (text) => {
      say(lane, text)
      said = (said + text).slice(-KEPT_CHARACTERS)
    }
    child.stderr.setEncoding('utf8').on('data', hear)
    child.stdout.setEncoding('utf8').on('data', (text) => {
      hear(text)
      if (/^Tests .*\d+ (passed|failed)/m.test(text)) endLater(lane, child)
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code) => {
      const plain = said.replace(/\u001b\[[0-9;]*m/g, '')
      const count = (word) =>
        Number(new RegExp(`(\\d+) ${word}`).exec(plain.split(/^Tests /m).at(-1))?.[1] ?? 0)
      const failed = count('failed')
      const nothing = plain.includes('NO TESTS EXECUTED')
      // A run that broke before or between its tests has failed once more than its tests say.
      const broke = code !== 0 || nothing
      resolve({
        passed: nothing ? 0 : count('passed'),
        failed: broke ? Math.max(1, failed) : failed,
        errors: nothing ? ['No test matched.'] : errorsIn(plain),
      })
    })
  })

const checks = {
  'lint': ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
  'format': ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
  'types': ['node_modules/typescript/bin/tsc', '--noEmit'],
  'types of the page': [
    'node_modules/vue-tsc/bin/vue-tsc.js',
    '--noEmit',
    '-p',
    'frontend/tsconfig.json',
  ],
}

/** Each run has a folder and a port of its own, so two lanes fill two cores. */
const lanes = {
  served: async (lane) => [await suites(lane, ['functional', 'browser'])],
  unserved: async (lane) => {
    const results = []
    for (const [name, args] of Object.entries(checks)) results.push(await check(lane, name, args))
    const alone = ['unit', 'architecture', 'contracts', 'services']
    return [...results, await suites(lane, alone)]
  },
}

const args = process.argv.slice(2)
installSystemPackages()
await installPackages()
writeEnvironment()
await buildPage()

const results = args.length
  ? [await suites('asked', args)]
  : await Promise.all(
      Object.entries(lanes).map(async ([name, work]) => {
        const done = await work(name)
        end(name)
        return done
      })
    )
const all = results.flat()
const sum = (what) => all.reduce((total, result) => total + result[what], 0)
process.exitCode = sum('failed') ? 1 : 0
// Once more at the very end, where whoever reads only the end of a log finds them.
for (const line of all.flatMap((result) => result.errors ?? [])) console.log(line)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
