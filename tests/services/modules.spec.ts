import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { startMariadb } from '#tests/services/mariadb'
import { type ModuleTree, moduleTree } from '#tests/services/made/module_tree'
import { probeModule } from '#tests/services/made/probe_module'

const MIGRATE = ['ace.js', 'migration:run', '--force']

/** Puts two modules into a copy: the one that `make:module` makes, and one that tries the rest. */
async function addModules(tree: ModuleTree): Promise<void> {
  const ace = async (...args: string[]) => {
    const { exitCode, output, errors } = await tree.run(['ace.js', ...args])
    if (exitCode !== 0) throw new Error(output + errors)
  }
  await ace('make:module', 'notes', '--label=Notes')
  await ace('make:module', 'probe')
  tree.remove('probe')
  tree.write('probe', probeModule)
  await ace('plugin:check', 'notes')
  await ace('plugin:check', 'probe')
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Runs the suite of modules in the copy. */
async function suite(tree: ModuleTree, files: string[], env: Record<string, string> = {}) {
  const wanted = files.map((file) => `--files=${file}`)
  const ran = await tree.run(['test.js', 'modules', ...wanted], { LOG_LEVEL: 'fatal', ...env })
  const failed = ran.output.split('\n').filter((line) => line.includes('✖'))
  const errors = ran.output.slice(ran.output.indexOf(' ERRORS ') + 1).slice(0, 6000)
  return {
    exitCode: ran.exitCode,
    passed: Number(/(\d+) passed/.exec(ran.output)?.[1]),
    told: [...failed, ran.exitCode ? errors : '', ran.errors].join('\n'),
  }
}

/** A server in the copy, until it is stopped. */
async function serve(tree: ModuleTree, env: Record<string, string>) {
  const port = await freePort()
  const child = spawn(process.execPath, ['run.js'], {
    cwd: tree.root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    // One that does not end shall fail its own test, and not hold up all others.
    const late = setTimeout(() => child.kill('SIGKILL'), 60_000)
    await ended
    clearTimeout(late)
  }
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
  for (let attempt = 1; attempt <= 2400; attempt += 1) {
    const up = await ask('/health').then(
      (response) => response.ok,
      () => false
    )
    if (up) return { ask, stop }
    await pause(100)
  }
  await stop()
  throw new Error('The server did not start.')
}

test.group('Services | modules', (group) => {
  let tree: ModuleTree

  // One copy for all: the last test takes the modules away again.
  group.setup(async () => {
    const made = moduleTree()
    tree = made.tree
    await addModules(tree)
    return made.remove
  })

  test('two modules in a copy of the product: made, checked, migrated, served and shown', async ({
    assert,
  }) => {
    const built = await tree.run(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])
    assert.equal(built.exitCode, 0, built.output + built.errors)
    const run = await suite(tree, [])
    assert.equal(run.exitCode, 0, run.told)
    assert.isAbove(run.passed, 28)
  }).timeout(1_800_000)

  test('their tables and rows are the same on MariaDB', async ({ assert, cleanup }) => {
    const mariadb = await startMariadb()
    cleanup(() => mariadb.stop())
    const url = await mariadb.newDatabase('modules')
    const files = ['modules/tables.spec.ts', 'modules/tools.spec.ts']
    const run = await suite(tree, files, { TEST_DATABASE_URL: url })
    assert.equal(run.exitCode, 0, run.told)
    assert.isAbove(run.passed, 15)
  }).timeout(1_800_000)

  test('the folders taken away, the product starts on a database that has their tables, and can purge them', async ({
    assert,
    cleanup,
  }) => {
    const env = {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      STORAGE: join(tree.root, 'storage-of-server'),
      // A server in production refuses the key of the tests.
      APP_KEY: randomBytes(32).toString('base64url'),
      LOG_LEVEL: 'fatal',
    }
    const ace = async (args: string[]) => {
      const ran = await tree.run(args, env)
      assert.equal(ran.exitCode, 0, ran.output + ran.errors)
      return ran.output
    }
    await ace(MIGRATE)
    await ace(['ace.js', 'customer:create', '--slug=acme', '--name=A', '--plugins=notes,probe'])
    await ace([
      'ace.js',
      'user:create',
      '--customer=acme',
      '--email=a@acme.example',
      '--name=A',
      '--admin',
    ])
    const ticket = ['--user=a@acme.example', '--name=T', '--grant=notes', '--grant=probe', '--json']
    const { token, secret } = JSON.parse(await ace(['ace.js', 'ticket:create', ...ticket])) as {
      token: string
      secret: string
    }
    const headers = { 'Api-Token': token, 'Api-Secret': secret }
    const server = await serve(tree, env)
    const before = await server.ask('/api/notes/v1/notes', { headers })
    assert.equal(before.status, 200)
    await server.stop()

    tree.remove('notes')
    tree.remove('probe')
    const again = await serve(tree, env)
    cleanup(again.stop)
    const status = async (path: string) => {
      const response = await again.ask(path, { headers })
      return response.status
    }
    assert.equal(await status('/health'), 200)
    assert.equal(await status('/api/notes/v1/notes'), 404)
    assert.equal(await status('/m/probe/topics/any'), 404)
    const purged = await ace([
      'ace.js',
      'module:purge',
      'notes',
      '--customer=acme',
      '--confirm=acme',
    ])
    assert.include(purged, 'notes_notes: 0 rows')
    await again.stop()
  }).timeout(1_800_000)
})
