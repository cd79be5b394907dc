import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { type MailServer, startMailServer } from '#tests/made/mail_server'
import { startMariadb } from '#tests/services/mariadb'

interface Line {
  id: string
  recipient: string
  state: string
  attempts: number
}

/** A delivering process; what it says is waited for. */
class Deliverer {
  readonly #child: ChildProcess
  readonly #said: string[] = []
  #heard: (() => void) | undefined
  readonly #ended: Promise<void>
  #alive = true

  constructor(
    { cleanup }: Pick<TestContext, 'cleanup'>,
    env: Record<string, string>,
    ...args: string[]
  ) {
    this.#child = spawn(
      process.execPath,
      ['--import', '@poppinss/ts-exec', 'tests/services/delivery_kill_child.ts', ...args],
      {
        env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'fatal', ...env },
        stdio: ['pipe', 'pipe', 'inherit'],
      }
    )
    this.#ended = new Promise((resolve) =>
      this.#child.once('exit', () => {
        this.#alive = false
        this.#heard?.()
        resolve()
      })
    )
    cleanup(() => this.kill())
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      this.#said.push(line)
      this.#heard?.()
    })
  }

  async hears(word: string): Promise<void> {
    await this.#says(word)
    this.#said.splice(0, this.#said.indexOf(word) + 1)
  }

  ask(line: string) {
    this.#child.stdin!.write(`${line}\n`)
  }

  async does(line: string): Promise<void> {
    this.ask(line)
    await this.hears('done')
  }

  async ledger(): Promise<Line[]> {
    this.ask('ledger')
    await this.#says('done')
    const json = this.#said.find((line) => line.startsWith('[')) ?? '[]'
    this.#said.length = 0
    return JSON.parse(json) as Line[]
  }

  async #says(word: string): Promise<void> {
    while (!this.#said.includes(word)) {
      if (!this.#alive) throw new Error(`The process ended before it said "${word}".`)
      await new Promise<void>((resolve) => {
        this.#heard = resolve
      })
    }
  }

  ends(): Promise<void> {
    return this.#ended
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}

const states = (ledger: readonly Line[]) =>
  ledger.map(({ recipient, state }) => `${recipient.split('@', 1).join('')} ${state}`).sort()

/** How often each recipient was sent what message. */
const taken = ({ mails }: MailServer) =>
  mails
    .filter(({ to }) => to !== 'owner@killed.example')
    .map(({ to, messageId }) => ({ to, messageId }))

async function killedAtEachStep(
  server: MailServer,
  env: Record<string, string>,
  context: Pick<TestContext, 'assert' | 'cleanup'>
) {
  const { assert } = context
  // Planned, and killed while it is made.
  let child = new Deliverer(context, env, 'first', 'waits')
  await child.hears('ready')
  await child.does('plan')
  child.ask('deliver 1')
  await child.hears('making')
  await child.kill()

  // Made, and killed before it could be handed over.
  await server.stop()
  child = new Deliverer(context, env)
  await child.hears('ready')
  await child.does('deliver 3')
  assert.deepEqual(states(await child.ledger()), ['anna waiting', 'bo waiting'])
  await child.kill()
  await server.start()

  // Killed when the server has the first mail, before it answers.
  child = new Deliverer(context, env)
  await child.hears('ready')
  server.onMail = () => child.kill()
  child.ask('deliver 10')
  await child.ends()
  server.onMail = undefined

  // The rest is done by one who lives: nothing is forgotten, and nothing is repeated.
  child = new Deliverer(context, env)
  await child.hears('ready')
  await child.does('deliver 12')
  await child.does('deliver 60')
  const ledger = await child.ledger()
  assert.deepEqual(ledger.map(({ state }) => state).sort(), ['handed', 'unknown'])
  const mails = taken(server)
  assert.deepEqual(mails.map(({ to }) => to).sort(), ['anna@killed.example', 'bo@killed.example'])
  assert.deepEqual(
    mails.map(({ messageId }) => messageId.slice(1).split('@', 1).join('')).sort(),
    ledger.map(({ id }) => id).sort()
  )
  const told = server.to('owner@killed.example')
  assert.lengthOf(told, 1)
  await child.kill()
}

test.group('Delivery that is killed', () => {
  test('at each step forgets nobody and repeats nothing, and says what it cannot know', async (context) => {
    const { cleanup } = context
    const server = await startMailServer()
    const storage = await mkdtemp(join(tmpdir(), 'telestat-deliver-'))
    cleanup(async () => {
      await server.stop()
      await rm(storage, { recursive: true, force: true })
    })
    await killedAtEachStep(server, { STORAGE: storage, SMTP_URL: server.url }, context)
  }).timeout(1_800_000)

  test('does so on MariaDB too, where two that deliver at once hand over each mail once', async (context) => {
    const { assert, cleanup } = context
    const server = await startMailServer()
    const mariadb = await startMariadb()
    const storages = await Promise.all(
      [1, 2].map(() => mkdtemp(join(tmpdir(), 'telestat-deliver-')))
    )
    cleanup(async () => {
      await server.stop()
      await mariadb.stop()
      for (const storage of storages) await rm(storage, { recursive: true, force: true })
    })
    const url = await mariadb.newDatabase('delivery')
    const env = { DATABASE_URL: url, SMTP_URL: server.url }
    await killedAtEachStep(server, { ...env, STORAGE: storages[0] }, context)
    server.mails.length = 0
    const both = storages.map((STORAGE) => new Deliverer(context, { ...env, STORAGE }))
    await Promise.all(both.map((child) => child.hears('ready')))
    // The next three Fridays, both at the same moment each time.
    for (const week of [1, 2, 3]) {
      const minutes = week * 7 * 24 * 60
      await Promise.all(both.map((child) => child.does(`deliver ${minutes}`)))
      await Promise.all(both.map((child) => child.does(`deliver ${minutes + 1}`)))
    }
    const mails = taken(server)
    assert.lengthOf(mails, 6)
    assert.lengthOf([...new Set(mails.map(({ messageId }) => messageId))], 6)
    const ledger = await both[0].ledger()
    assert.lengthOf(
      ledger.filter(({ state }) => state === 'handed'),
      7
    )
    for (const child of both) await child.kill()
  }).timeout(1_800_000)
})
