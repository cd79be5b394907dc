import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { strFromU8, unzipSync } from 'fflate'
import { clientLanguages } from '#core/api/clients/languages'
import { asker, liveSession } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const run = promisify(execFile)
const crates = '/usr/share/cargo/registry'

/** How each language is built and run, where its tools are on the machine. */
const tools: Record<string, { needs: string; steps: (string | string[])[] }> = {
  node: { needs: process.execPath, steps: [[process.execPath, 'telestat.mjs']] },
  python: { needs: 'python3', steps: [['python3', 'telestat.py']] },
  ruby: { needs: 'ruby', steps: [['ruby', 'telestat.rb']] },
  go: { needs: 'go', steps: [['go', 'build', '-o', 'client', '.'], ['./client']] },
  csharp_framework: {
    needs: 'mcs',
    steps: [
      ['mcs', '-out:Telestat.exe', '-r:System.Net.Http', '-r:System.Web.Extensions', 'Program.cs'],
      ['mono', 'Telestat.exe'],
    ],
  },
  csharp: { needs: 'dotnet', steps: [['dotnet', 'run', '--']] },
  rust: {
    needs: existsSync(`${crates}/ureq-2.6.2`) ? 'cargo' : 'no crates',
    steps: [
      [
        'cargo',
        'build',
        '--offline',
        '-q',
        // The server of the tests speaks no TLS, and its crates take minutes.
        '--no-default-features',
        '--config',
        'source.crates-io.replace-with="local"',
        '--config',
        `source.local.directory="${crates}"`,
      ],
      ['./target/debug/telestat'],
    ],
  },
}

const isHere = (tool: string) =>
  tool.startsWith('/') ||
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, tool)))

/** An administrator of a customer whose Monday was collected, and a ticket of one of its users. */
async function administered(client: ApiClient) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  const administrator = await madeUser(customer, { administrator: true })
  const user = await madeUser(customer, { seesEverything: true })
  const ticket = await madeTicket(user, customer)
  const ask = asker(client, administrator, customer)
  const path = `/api/admin/v1/users/${user.id}/tickets/${ticket.ticket.id}/client`
  const files = async (body: object) => {
    const request = client
      .post(path)
      .withCsrfToken()
      .withSession(await liveSession(administrator, customer))
      .loginAs(administrator)
      .json(body)
    request.request.responseType('arraybuffer')
    const response = await request
    response.assertStatus(200)
    const unzipped = Object.entries(unzipSync(response.body() as Buffer))
    return Object.fromEntries(unzipped.map(([name, bytes]) => [name, strFromU8(bytes)]))
  }
  return { customer, user, ticket, ask, path, files }
}

/** Writes a client to a folder of its own and runs it to its end. */
async function runs(language: string, files: Record<string, string>, cleanup: Cleanup) {
  const folder = await mkdtemp(join(tmpdir(), 'telestat-client-'))
  cleanup(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const cwd = join(folder, `telestat-${language}`)
  return async (...dates: string[]) => {
    let output = ''
    for (const [at, [command, ...args]] of tools[language].steps.entries()) {
      const isLast = at === tools[language].steps.length - 1
      const { stdout } = await run(command, [...args, ...(isLast ? dates : [])], { cwd })
      output = stdout
    }
    return output
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split('\t'))
  }
}

type Cleanup = (end: () => Promise<void>) => void

test.group('Code for a client', () => {
  /** One for every language: what they ask for is the same. */
  let shared: ReturnType<typeof administered> | undefined

  for (const { key, label } of clientLanguages) {
    const here = isHere(tools[key].needs)
    test(`in ${label} asks for a report by the ticket, and prints what the API answers`, async ({
      assert,
      client,
      cleanup,
    }) => {
      shared ??= administered(client)
      const { ticket, files } = await shared
      const { secret } = ticket
      const program = await runs(key, await files({ language: key, locale: 'sv', secret }), cleanup)
      const [head, first, ...rest] = await program('2026-01-05', '2026-01-06')
      const incoming = head.indexOf('Inkommande')
      assert.equal(head[0], 'Köer')
      assert.isAbove(incoming, 0)
      assert.deepEqual([first[0], first[incoming]], ['2026-01-05', '9'])
      assert.deepEqual([rest.at(-1)?.[0], rest.at(-1)?.[incoming]], ['=', '9'])
    })
      .skip(!here, `${tools[key].needs} is not on this machine`)
      .timeout(300_000)
  }

  test('asks for the saved report that was chosen, and for nobody else’s', async ({
    assert,
    client,
    cleanup,
  }) => {
    shared ??= administered(client)
    const { customer, user, ticket, ask, path, files } = await shared
    const query = {
      report: 'asterisk.queue',
      objects: 'all',
      columns: ['answered', 'abandoned'],
      interval: 'date',
      grouping: 'object',
    }
    const { saved } = await madeSavedReport(customer, user, { query })
    const { secret } = ticket
    const wish = { language: 'node', locale: 'sv', secret, savedReport: saved.id }
    const program = await runs('node', await files(wish), cleanup)
    const [head, ...rows] = await program('2026-01-05', '2026-01-05')
    assert.deepEqual(head.slice(-2), ['Besvarade', 'Ej besvarade'])
    assert.include(rows.flat(), 'support')
    const theirs = await madeCustomer({ plugins: ['asterisk'] })
    const other = await madeSavedReport(theirs, await madeUser(theirs), { query })
    const refused = await ask('POST', path, { ...wish, savedReport: other.saved.id })
    assert.deepEqual([refused.status, refused.body.error.code], [404, 'E_UNKNOWN_SAVED_REPORT'])
  })

  test('ends with the server’s sentence where the secret is wrong', async ({
    assert,
    client,
    cleanup,
  }) => {
    shared ??= administered(client)
    const { files } = await shared
    for (const language of ['node', 'python']) {
      const program = await runs(language, await files({ language, locale: 'en' }), cleanup)
      await assert.rejects(() => program(), /The token or the secret is wrong/)
    }
  })

  test('holds the secret only where it was pasted, and it is kept nowhere', async ({
    assert,
    client,
  }) => {
    const { customer, ticket, ask, path, files } = await administered(client)
    const { secret } = ticket
    const without = Object.values(await files({ language: 'python' })).join('\n')
    assert.include(without, ticket.token)
    assert.notInclude(without, secret)
    const given = await files({ language: 'python', secret })
    assert.include(given['telestat-python/telestat.json'], secret)
    assert.notInclude(given['telestat-python/telestat.py'], secret)
    const wrong = await ask('POST', path, { language: 'python', secret: 'not this one' })
    assert.deepEqual([wrong.status, wrong.body.error.code], [422, 'E_OTHER_SECRET'])
    const told = await db.from('audit_entries').where('customer_id', customer.id)
    assert.lengthOf(
      told.filter(({ action }) => action === 'ticket.client'),
      2
    )
    assert.notInclude(JSON.stringify(told), secret)
  })

  test('is made of tickets that may read reports, of the customer’s own, in a language there is', async ({
    assert,
    client,
  }) => {
    const { customer, user, ask, path } = await administered(client)
    const collecting = await madeTicket(user, customer, ['collect'])
    const other = path.replace(/tickets\/\d+/, `tickets/${collecting.ticket.id}`)
    const refused = await ask('POST', other, { language: 'go' })
    assert.deepEqual([refused.status, refused.body.error.code], [409, 'E_NO_REPORT_GRANT'])
    const theirs = await administered(client)
    const unknown = await ask('POST', theirs.path, { language: 'go' })
    assert.equal(unknown.status, 404)
    const { body } = await ask('POST', path, { language: 'cobol' })
    assert.deepEqual(
      body.error.allowed,
      clientLanguages.map(({ key }) => key)
    )
  })
})
