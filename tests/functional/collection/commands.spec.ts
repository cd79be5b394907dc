import { existsSync } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { serveCalls } from '#core/collection/socket/serve_calls'
import { socketPath } from '#core/collection/socket/socket_path'
import { taught } from '#tests/functional/collection/made/hotline'
import {
  at,
  callsOf,
  hotlineCustomer,
  logFile,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'
import { command, commandLine } from '#tests/made/command'

const RING = `${at('08:00:00')};a;support;ring;+46701740605`
const WHISPER = `${at('08:00:09')};a;support;whisper;anna`

test.group('Collecting from the command line', (group) => {
  useHotline(group)

  test('files are collected, and what became of each and of all is told', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const [one, two] = [await logFile([RING, WHISPER]), await logFile([RING.replace(';a;', ';b;')])]
    const { exitCode, said } = await command(
      'collect:file',
      'hotline',
      one,
      two,
      `--customer=${customer.slug}`
    )
    assert.equal(exitCode, 0)
    assert.equal(
      said,
      [
        `${one}: 2 read, 1 new, 0 replaced, 0 unchanged, 1 quarantined`,
        `${two}: 1 read, 1 new, 0 replaced, 0 unchanged, 0 quarantined`,
        'In total: 3 read, 2 new, 0 replaced, 0 unchanged, 1 quarantined',
      ].join('\n')
    )
  })

  test('the answer as JSON names customer, source, point and files', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const path = await logFile([RING])
    const { said } = await command(
      'collect:file',
      'hotline',
      path,
      `--customer=${customer.slug}`,
      '--point=Reception 2',
      '--json'
    )
    const counts = { read: 1, new: 1, replaced: 0, unchanged: 0, quarantined: 0 }
    assert.deepEqual(JSON.parse(said), {
      customer: customer.slug,
      source: 'hotline',
      point: 'Reception 2',
      zone: 'Europe/Stockholm',
      files: [{ file: path, ...counts }],
      total: counts,
    })
  })

  test('{what} is told in a sentence, with exit code 1')
    .with([
      {
        what: 'an unknown customer',
        change: { customer: 'nobody' },
        sentence: 'no customer "nobody"',
      },
      { what: 'an unknown source', change: { source: 'telex' }, sentence: 'no source "telex"' },
      { what: 'a missing file', change: { path: '/nowhere.log' }, sentence: '/nowhere.log' },
      { what: 'a folder', change: { path: '/tmp' }, sentence: 'not a file' },
      {
        what: 'an unknown zone',
        change: { zone: 'Mars/Base' },
        sentence: 'no time zone "Mars/Base"',
      },
      { what: 'a point that cannot be', change: { point: '../up' }, sentence: '"../up"' },
    ])
    .run(async ({ assert }, { change, sentence }) => {
      const customer = await hotlineCustomer()
      const given = {
        source: 'hotline',
        path: await logFile([RING]),
        customer: customer.slug,
        point: 'default',
        zone: 'Europe/Stockholm',
        ...change,
      }
      const { exitCode, said } = await command(
        'collect:file',
        given.source,
        given.path,
        `--customer=${given.customer}`,
        `--point=${given.point}`,
        `--zone=${given.zone}`
      )
      assert.equal(exitCode, 1)
      assert.include(said, sentence)
    })

  test('broken lines are listed, and their file is collected again', async ({ assert }) => {
    const customer = await hotlineCustomer()
    const path = await logFile([RING, WHISPER])
    await command('collect:file', 'hotline', path, `--customer=${customer.slug}`)
    const list = await command('quarantine:list', `--customer=${customer.slug}`)
    assert.include(list.said, 'hotline/default hotline.log:2')
    assert.include(list.said, '"whisper" is not a word of the hotline.')
    const json = await command('quarantine:list', `--customer=${customer.slug}`, '--json')
    const { fileId } = JSON.parse(json.said).records[0]
    taught.add('whisper')
    const again = await command('collect:again', String(fileId), `--customer=${customer.slug}`)
    assert.equal(again.exitCode, 0)
    assert.include(again.said, '1 quarantined lines passed, 0 are still broken.')
    const empty = await command('quarantine:list', `--customer=${customer.slug}`)
    assert.equal(empty.said, 'Nothing is quarantined.')
  })

  test('while a server runs, the command has it do the work', async ({ assert, cleanup }) => {
    // A socket that a killed server left behind is in nobody's way.
    await writeFile(socketPath(), '')
    const server = await serveCalls()
    cleanup(() => new Promise<void>((resolve) => void server?.close(() => resolve())))
    const { mode } = await stat(socketPath())
    assert.equal(mode & 0o777, 0o600)
    assert.isUndefined(await serveCalls())

    const customer = await hotlineCustomer()
    const path = await logFile([RING, WHISPER])
    const { exitCode, output } = await commandLine([
      'collect:file',
      'hotline',
      path,
      `--customer=${customer.slug}`,
      '--json',
    ])
    assert.equal(exitCode, 0)
    assert.deepInclude(JSON.parse(output).total, { read: 2, new: 1, quarantined: 1 })
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 ongoing'])

    const wrong = await commandLine(['collect:file', 'telex', path, `--customer=${customer.slug}`])
    assert.equal(wrong.exitCode, 1)
    assert.include(wrong.errors + wrong.output, 'There is no source "telex". There are: hotline.')
  })

  test('the socket is gone when the server has ended', async ({ assert }) => {
    const server = await serveCalls()
    await new Promise((resolve) => server?.close(resolve))
    assert.isFalse(existsSync(socketPath()))
  })
})
