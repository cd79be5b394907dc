import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { registry } from '#core/plugins/registry'
import Customer from '#core/customers/models/customer'
import RetentionRule from '#core/customers/models/retention_rule'
import { enabledPlugins } from '#core/customers/queries/enabled_plugins'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { command, commandLine } from '#tests/made/command'
import { madeCustomer } from '#tests/made/customer'

const newSlug = () => `c-${randomBytes(6).toString('hex')}`

const create = (slug: string, ...args: string[]) =>
  command('customer:create', `--slug=${slug}`, '--name=Nordvik AB', ...args)

test.group('customer:create', () => {
  test('makes a customer and prints it as one JSON object, while the server runs', async ({
    assert,
  }) => {
    const slug = newSlug()
    const { exitCode, output } = await commandLine([
      'customer:create',
      `--slug=${slug}`,
      '--name=Åkeri & Söner 🚚',
      '--zone=Europe/Tallinn',
      '--edition=extended',
      '--json',
    ])
    assert.equal(exitCode, 0)
    const customer = await Customer.findByOrFail('slug', slug)
    assert.deepEqual(JSON.parse(output), {
      id: customer.id,
      slug,
      name: 'Åkeri & Söner 🚚',
      zone: 'Europe/Tallinn',
      edition: 'extended',
      language: 'sv',
      plugins: [
        registry().platforms(),
        registry().connectors(),
        registry().widgets(),
        // Of the edition Extended.
        registry()
          .modules()
          .filter((module) => module.edition === 'extended'),
      ]
        .flat()
        .map(({ key }) => key),
    })
  })

  test('gives a customer every source where no plugins are named', async ({ assert }) => {
    const slug = newSlug()
    const { said } = await create(slug)
    const { id } = await Customer.findByOrFail('slug', slug)
    const sources = registry()
      .platforms()
      .map((source) => source.key)
    assert.isNotEmpty(sources)
    assert.deepEqual(await enabledSources(id), sources)
    assert.equal(
      said,
      `Customer ${slug} (Nordvik AB) is made: basic, Europe/Stockholm.\nPlugins: ${sources.join(', ')}.`
    )
  })

  test('gives a customer the plugins that are named, and no other', async ({ assert }) => {
    const slug = newSlug()
    await create(slug, '--plugins=asterisk, csv')
    const { id } = await Customer.findByOrFail('slug', slug)
    assert.deepEqual(await enabledPlugins(id), ['asterisk', 'csv'])
    assert.deepEqual(await enabledSources(id), ['asterisk'])
  })

  test('names the known plugins where one is unknown, and makes nothing', async ({ assert }) => {
    const slug = newSlug()
    const { exitCode, said } = await create(slug, '--plugins=asterisk,avaya')
    assert.equal(exitCode, 1)
    assert.match(said, /There is no plugin "avaya"\. The known ones are .*asterisk.*csv/)
    assert.isNull(await Customer.findBy('slug', slug))
  })

  test('says what is wrong with a slug, a zone, an edition and a language', async ({ assert }) => {
    for (const slug of ['Nordvik', 'nord vik', '-nordvik', 'nord--vik', 'å', 'a'.repeat(65)]) {
      const { exitCode, said } = await create(slug)
      assert.equal(exitCode, 1)
      assert.include(said, `"${slug}" cannot be a customer's slug`)
    }
    const zone = await create(newSlug(), '--zone=Europe/Nowhere')
    assert.include(zone.said, 'There is no time zone "Europe/Nowhere".')
    const edition = await create(newSlug(), '--edition=gold')
    assert.include(edition.said, 'There is no edition "gold". The known ones are basic, extended.')
    const language = await create(newSlug(), '--language=fi')
    assert.include(language.said, 'There is no language "fi". The known ones are sv, en, et, lv.')
  })

  test('refuses a slug that is taken', async ({ assert }) => {
    const { slug } = await madeCustomer()
    const { exitCode, said } = await create(slug)
    assert.equal(exitCode, 1)
    assert.include(said, `There is a customer "${slug}" already.`)
  })

  test('says in JSON too what cannot be done', async ({ assert }) => {
    const { exitCode, said } = await create(newSlug(), '--edition=gold', '--json')
    assert.equal(exitCode, 1)
    assert.containsSubset(JSON.parse(said), {
      error: { code: 'E_UNKNOWN_EDITION', field: 'edition', allowed: ['basic', 'extended'] },
    })
  })
})

test.group('customer:retention', () => {
  const someEvent = () => {
    const [source] = registry().sources()
    return `${source.key}.${source.events[0].key}`
  }
  const retain = (slug: string, event: string, days: string) =>
    command('customer:retention', `--customer=${slug}`, `--event=${event}`, `--days=${days}`)

  test('says how long one kind of record is kept, can be changed, and taken back', async ({
    assert,
  }) => {
    const { id, slug } = await madeCustomer()
    const event = someEvent()
    const rules = async () => {
      const found = await RetentionRule.query().where('customerId', id)
      return found.map((rule) => [rule.event, rule.days])
    }
    const { said } = await retain(slug, event, '90')
    assert.equal(said, `${slug} keeps ${event} for 90 days; what is older is deleted each night.`)
    await retain(slug, event, '30')
    assert.deepEqual(await rules(), [[event, 30]])
    await retain(slug, event, 'forever')
    assert.deepEqual(await rules(), [])
  })

  test('is of one customer: another keeps what it kept', async ({ assert }) => {
    const mine = await madeCustomer()
    const theirs = await madeCustomer()
    await retain(mine.slug, someEvent(), '1')
    assert.isEmpty(await RetentionRule.query().where('customerId', theirs.id))
  })

  test('refuses an unknown customer, an unknown event and days that are none', async ({
    assert,
  }) => {
    const { slug } = await madeCustomer()
    const customer = await retain('no-such', someEvent(), '1')
    assert.include(customer.said, 'There is no customer "no-such".')
    const event = await retain(slug, 'asterisk.nothing', '1')
    assert.include(event.said, `There is no event "asterisk.nothing".`)
    assert.include(event.said, someEvent())
    for (const days of ['0', '-1', '1.5', 'many']) {
      const { exitCode, said } = await retain(slug, someEvent(), days)
      assert.equal(exitCode, 1)
      assert.include(said, `"${days}" is no number of days.`)
    }
  })
})
