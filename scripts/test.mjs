// npm test: installs what is missing, then lint, format, types and every suite.
// npm test -- <suite> --files=<part of a path> runs only those, without the checks.
import { spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { buildPage, env, installPackages, node, run, writeEnvironment } from './setup.mjs'

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

/** Runs a check and answers whether it passed, printing what it said only where it did not. */
const check = (name, args) =>
  new Promise((resolve) => {
    const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
    child.on('exit', (code) => {
      console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name}${code === 0 ? '' : `\n${said}`}`)
      resolve(code === 0)
    })
  })

/** Runs the suites and answers how many tests passed and failed, read from the runner's last lines. */
const suites = (args) =>
  new Promise((resolve) => {
    const child = spawn(node, ['test.js', ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (text) => {
      process.stdout.write(text)
      said = (said + text).slice(-4000)
    })
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code) => {
      const plain = said.replace(/\u001b\[[0-9;]*m/g, '')
      const count = (word) =>
        Number(new RegExp(`(\\d+) ${word}`).exec(plain.split(/^Tests /m).at(-1))?.[1] ?? 0)
      const failed = count('failed')
      // A run that broke before or between its tests has failed once more than its tests say.
      resolve({ passed: count('passed'), failed: code === 0 ? failed : Math.max(1, failed) })
    })
  })

const args = process.argv.slice(2)
installSystemPackages()
await installPackages()
writeEnvironment()
await buildPage()

const checks = args.length
  ? []
  : [
      await check('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
      await check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']),
      await check('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
      await check('types of the page', [
        'node_modules/vue-tsc/bin/vue-tsc.js',
        '--noEmit',
        '-p',
        'frontend/tsconfig.json',
      ]),
    ]
const tests = await suites(args)
const failed = tests.failed + checks.filter((passed) => !passed).length
const passed = tests.passed + checks.filter((passed) => passed).length
process.exitCode = failed ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
