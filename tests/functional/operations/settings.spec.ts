import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { masked, problemsOfSettings, settings } from '#core/http/settings'
import { demandSchema } from '#core/operations/demand_schema'
import { command } from '#tests/made/command'

test.group('The settings', () => {
  test('what is wrong is told by name and value, its secrets masked; what is right is not told', ({
    assert,
  }) => {
    const problems = problemsOfSettings({
      DATABASE_URL: 'postgres://telestat:very-secret@db/telestat',
      FACTS_URL: 'clickhouse://facts:9000',
      REDIS_URL: 'redis:6379',
      SMTP_URL: 'http://mail.example',
      PUBLIC_URL: 'stats.example',
      TRUSTED_PROXIES: 'the proxy',
      LOG_LEVEL: 'loud',
      LEASE_SECONDS: 'soon',
      PORT: '99999',
    })
    const named = problems.map((problem) => problem.split(' ', 1).join(''))
    assert.sameMembers(named, [
      ...['DATABASE_URL', 'FACTS_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL'],
      ...['TRUSTED_PROXIES', 'LOG_LEVEL', 'LEASE_SECONDS', 'PORT'],
    ])
    assert.include(problems.join(' '), 'mysql://user:password@host:3306/database')
    assert.notInclude(problems.join(' '), 'very-secret')
    const right = {
      DATABASE_URL: 'mysql://root@localhost/telestat?socket=%2Ftmp%2Fs',
      FACTS_URL: 'http://default:x@127.0.0.1:8123',
      REDIS_URL: 'rediss://:secret@redis:6379/1',
      SMTP_URL: 'smtps://a:b@mail.example:465?requireTLS=true',
      PUBLIC_URL: 'https://stats.example',
      TRUSTED_PROXIES: 'loopback,10.0.0.0/8',
      MAIL_FROM: 'Telestat <telestat@example.com>',
      REDIS: '',
    }
    assert.deepEqual(problemsOfSettings(right), [])
    const redis = settings.find(({ name }) => name === 'REDIS_URL')
    assert.notInclude(masked(redis!, right.REDIS_URL), 'secret')
  })

  test('config:check prints each of them, and no secret', async ({ assert }) => {
    const { exitCode, said } = await command('config:check')
    assert.equal(exitCode, 0)
    for (const { name } of settings) assert.include(said, name)
    assert.notInclude(said, process.env.APP_KEY ?? '')
    assert.include(said, 'The database is of this version.')
  })

  test('a database that lacks a migration, or has one of a later version, stops the start with a sentence', async ({
    assert,
    cleanup,
  }) => {
    await demandSchema()
    const last = (await db
      .from('adonis_schema')
      .where('name', 'like', 'database/migrations/%')
      .orderBy('id', 'desc')
      .first()) as { id: number; name: string }
    cleanup(async () => {
      await db.from('adonis_schema').where('id', last.id).update({ name: last.name })
    })
    const named = (name: string) => db.from('adonis_schema').where('id', last.id).update({ name })
    await named('database/elsewhere')
    await assert.rejects(demandSchema, new RegExp(`lacks 1 migrations .*${last.name}`))
    await named(last.name)
    const later = 'database/migrations/9999_of_later'
    await db.table('adonis_schema').insert({ name: later, batch: 99 })
    cleanup(async () => {
      await db.from('adonis_schema').where('name', later).delete()
    })
    await assert.rejects(demandSchema, new RegExp(`later version, which added ${later}`))
  })
})
