import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'
import { emptyDocument } from '../empty_document.js'
import { cutAddress, isNetwork, isWithin } from '../links/networks.js'

const BOARDS = '/api/dashboards/v1/boards'
const LINKS = '/api/dashboards/v1/links'
const document = {
  ...emptyDocument,
  variables: { groups: ['Board members'] },
  places: [
    { id: 'a', x: 0, y: 0, w: 6, h: 3 },
    { id: 'b', x: 6, y: 0, w: 6, h: 3 },
    { id: 'c', x: 0, y: 3, w: 12, h: 3 },
  ],
  widgets: {
    a: { kind: 'opening_state', title: 'Open?' },
    b: {
      kind: 'number_tile',
      data: {
        report: 'asterisk.queue',
        source: 'asterisk',
        objectType: 'queue',
        columns: ['incoming'],
        objects: { objects: ['secret-queue'] },
        parameters: { limit: [20] },
      },
    },
    c: {
      kind: 'agent_list',
      data: { report: 'asterisk.queue', source: 'asterisk', objectType: 'agent' },
    },
  },
}

async function madeCompany(client: ApiClient) {
  const customer = await madeCustomer({ edition: 'extended', plugins: ['asterisk'] })
  const of = async (values: Parameters<typeof madeUser>[1]) => {
    const person = await madeUser(customer, values)
    return { person, ask: asker(client, person, customer) }
  }
  const chief = await of({ name: 'Cecilia Chef', administrator: true })
  const { body } = await chief.ask('POST', BOARDS, { name: 'Wall', document })
  return { customer, chief, user: await of({ seesEverything: true }), board: Number(body.id) }
}

type AnsweredBody = Awaited<ReturnType<ReturnType<typeof asker>>>['body']

/** Whoever has an address, without any sign-in. */
function visitor(address: string) {
  const { pathname, hash } = new URL(address)
  const at = `http://127.0.0.1:${process.env.PORT}${pathname}`
  const jsonOf = async (response: Response) => ({
    status: response.status,
    body: (await response.json()) as AnsweredBody,
  })
  return {
    open: async (more: object = {}) =>
      jsonOf(
        await fetch(`${at}/open`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ secret: hash.slice(1), ...more }),
        })
      ),
    figures: async (view: string) =>
      jsonOf(await fetch(`${at}/stream`, { headers: { Authorization: `Bearer ${view}` } })),
    page: () => fetch(at),
  }
}

async function madeLink(ask: ReturnType<typeof asker>, board: number, wish: object = {}) {
  const { status, body } = await ask('POST', `${BOARDS}/${board}/links`, wish)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { id: Number(body.id), address: String(body.address), visit: visitor(body.address) }
}

test.group('Dashboards | public links', () => {
  test('a link gives out exactly this, and names nobody', async ({ assert, client }) => {
    const { chief, board } = await madeCompany(client)
    const { visit, address } = await madeLink(chief.ask, board)
    assert.match(address, /\/m\/dashboards\/show\/[\w-]{22}#[\w-]{24}$/)
    const { status, body } = await visit.open()
    assert.equal(status, 200)
    assert.deepEqual(body.board, {
      name: 'Wall',
      language: 'en',
      zone: 'Europe/Stockholm',
      document: {
        schema: 1,
        mode: 'rows',
        look: {},
        variables: {},
        places: [
          { id: 'a', x: 0, y: 0, w: 6, h: 3 },
          { id: 'b', x: 6, y: 0, w: 6, h: 3 },
        ],
        widgets: {
          a: { kind: 'opening_state', title: 'Open?' },
          b: {
            kind: 'number_tile',
            data: {
              report: 'asterisk.queue',
              columns: ['incoming'],
              source: 'asterisk',
              objectType: 'queue',
            },
          },
        },
      },
      types: [
        {
          key: 'asterisk.queue',
          source: 'asterisk',
          sourceLabel: 'Asterisk',
          label: 'Queues',
          description: '',
          basic: false,
          objectTypes: [],
          presets: [],
          parameters: [],
          followUp: false,
          columns: [
            {
              key: 'incoming',
              label: 'Incoming',
              unit: 'count',
              description: '',
              hidden: false,
              serviceLevel: false,
              consistsOf: [],
              repeated: null,
            },
          ],
        },
      ],
      live: body.board.live,
      kinds: [
        { key: 'number_tile', label: 'Number' },
        { key: 'opening_state', label: 'Open or closed' },
      ],
    })
    for (const live of body.board.live) {
      assert.sameMembers(Object.keys(live), [
        'source',
        'sourceLabel',
        'objectType',
        'objectTypeLabel',
        'figures',
      ])
      for (const figure of live.figures)
        assert.sameMembers(Object.keys(figure), ['key', 'label', 'unit'])
    }
    const figures = await visit.figures(body.view)
    assert.equal(figures.status, 200)
    assert.include(Object.keys(figures.body.data.answers), 'a.0')
    // What is wrong with a question is told to nobody outside.
    assert.notInclude(JSON.stringify(figures.body), 'secret-queue')
    const page = await visit.page()
    assert.equal(page.headers.get('x-robots-tag'), 'noindex')
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
  })

  test('wrong, ended, switched off and rotated links are one same answer', async ({
    assert,
    client,
  }) => {
    const { chief, board } = await madeCompany(client)
    const link = await madeLink(chief.ask, board)
    const { body: opened } = await link.visit.open()
    const over = async (visit: ReturnType<typeof visitor>, more: object = {}) => {
      const { status, body } = await visit.open(more)
      return [status, body.error?.code]
    }
    const nothing = [404, 'E_LINK_OVER']
    assert.deepEqual(await over(link.visit, { secret: 'x'.repeat(24) }), nothing)
    assert.equal(await statusOf(link.visit.figures('x'.repeat(24))), 404)

    const { body: rotated } = await chief.ask('POST', `${LINKS}/${link.id}/rotate`)
    const dead = await link.visit.open()
    assert.equal(dead.status, 404)
    assert.equal(await statusOf(link.visit.figures(opened.view)), 404)
    const next = visitor(rotated.address)
    const { body: anew } = await next.open()
    assert.equal(await statusOf(next.figures(anew.view)), 200)

    await chief.ask('PATCH', `${LINKS}/${link.id}`, { enabled: false })
    assert.deepEqual(await over(next), nothing)
    assert.equal(await statusOf(next.figures(anew.view)), 404)
    // It is switched on by another address alone.
    const again = await chief.ask('PATCH', `${LINKS}/${link.id}`, { enabled: true })
    assert.equal(again.status, 422)
    const { body: third } = await chief.ask('POST', `${LINKS}/${link.id}/rotate`)
    assert.equal(await statusOf(visitor(third.address).open()), 200)
    assert.equal(await statusOf(next.open()), 404)

    await db.from('boards_links').where({ id: link.id }).update({ ends_at: '2020-01-01 00:00:00' })
    assert.deepEqual(await over(visitor(third.address)), nothing)
    // The page itself says nothing either way.
    assert.equal(await statusOf(visitor(third.address).page()), 200)
    assert.equal(await statusOf(visitor('http://x/m/dashboards/show/nothing').page()), 200)
  })

  test('shows what its publisher may see now, and pauses when that is nothing', async ({
    assert,
    client,
  }) => {
    const { chief, board, customer } = await madeCompany(client)
    const { id, visit } = await madeLink(chief.ask, board)
    const { body } = await visit.open()
    await db
      .from('memberships')
      .where({ user_id: chief.person.id, customer_id: customer.id })
      .delete()
    assert.equal(await statusOf(visit.figures(body.view)), 404)
    assert.equal(await statusOf(visit.open()), 404)
    const row = (await db.from('boards_links').where({ id }).first()) as { paused: string }
    assert.equal(row.paused, 'rights')
  })

  test('later changes of the board wait until they are published to the link', async ({
    assert,
    client,
  }) => {
    const { chief, board } = await madeCompany(client)
    const { id, visit } = await madeLink(chief.ask, board)
    const changed = {
      ...emptyDocument,
      places: [{ id: 'z', x: 0, y: 0, w: 4, h: 3 }],
      widgets: { z: { kind: 'clock_face' } },
    }
    await chief.ask('PUT', `${BOARDS}/${board}`, { revision: 1, document: changed })
    await chief.ask('POST', `${BOARDS}/${board}/publish`, { revision: 2 })
    const before = await visit.open()
    assert.sameMembers(Object.keys(before.body.board.document.widgets), ['a', 'b'])
    const { body: listed } = await chief.ask('GET', `${BOARDS}/${board}/links`)
    assert.deepInclude(listed.links[0], { isOlder: true, views: 1, watching: 1 })
    await chief.ask('PATCH', `${LINKS}/${id}`, { publish: true })
    const after = await visit.open()
    assert.sameMembers(Object.keys(after.body.board.document.widgets), ['z'])
  })

  test('asks for its password, and after five wrong ones for none', async ({ assert, client }) => {
    const { chief, board } = await madeCompany(client)
    const { visit } = await madeLink(chief.ask, board, { password: 'a long password' })
    const code = async (password?: string) => {
      const { body } = await visit.open(password === undefined ? {} : { password })
      return body.error?.code ?? 'opened'
    }
    assert.equal(await code(), 'E_LINK_PASSWORD')
    for (let viewer = 0; viewer < 7; viewer++) assert.equal(await code('a long password'), 'opened')
    for (let tried = 0; tried < 4; tried++) assert.equal(await code('wrong'), 'E_LINK_PASSWORD')
    assert.equal(await code('a long password'), 'opened')
    assert.equal(await code('wrong'), 'E_LINK_PASSWORD')
    assert.equal(await code('a long password'), 'E_LINK_TRIES')
  })

  test('opens from its networks alone, and in frames of its sites alone', async ({
    assert,
    client,
  }) => {
    const { chief, board } = await madeCompany(client)
    const elsewhere = await madeLink(chief.ask, board, { networks: ['192.0.2.0/24'] })
    assert.equal(await statusOf(elsewhere.visit.open()), 404)
    const here = await madeLink(chief.ask, board, {
      networks: ['127.0.0.0/8', '::1'],
      hosts: ['https://intranet.example'],
    })
    assert.equal(await statusOf(here.visit.open()), 200)
    const page = await here.visit.page()
    const policy = page.headers.get('content-security-policy') ?? ''
    assert.match(policy, /frame-ancestors https:\/\/intranet\.example/)
    assert.isNull(page.headers.get('x-frame-options'))
    const wrong = chief.ask('POST', `${BOARDS}/${board}/links`, { networks: ['300.0.0.1'] })
    assert.equal(await codeOf(wrong), 'E_LINK_NETWORK')
  })

  test('is made by who has the right, shows names only by an administrator’s word, and is no other customer’s', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await madeCompany(client), await madeCompany(client)]
    const at = `${BOARDS}/${mine.board}/links`
    assert.equal(await codeOf(mine.user.ask('POST', at, {})), 'E_NOT_ALLOWED')
    assert.equal(await codeOf(theirs.chief.ask('POST', at, {})), 'E_BOARD_NOT_FOUND')
    const { id, visit } = await madeLink(mine.chief.ask, mine.board, { names: true })
    const { body } = await visit.open()
    assert.sameMembers(Object.keys(body.board.document.widgets), ['a', 'b', 'c'])
    for (const [method, below, wish] of [
      ['PATCH', '', { enabled: false }],
      ['POST', '/rotate', {}],
      ['GET', '/views', {}],
      ['DELETE', '', {}],
    ] as const) {
      const answer = theirs.chief.ask(method, `${LINKS}/${id}${below}`, wish)
      assert.equal(await codeOf(answer), 'E_LINK_NOT_FOUND', `${method} ${below}`)
    }
    assert.equal(await statusOf(visit.open()), 200)
    const { body: log } = await mine.chief.ask('GET', `${LINKS}/${id}/views`)
    assert.lengthOf(log.views, 2)
    assert.match(log.views[0].address, /^(127\.0\.0\.x|.*::x)$/)
  })

  test('a network is one or several addresses, and a log keeps too little to tell people apart', ({
    assert,
  }) => {
    for (const text of ['192.0.2.1', '192.0.2.0/24', '2001:db8::/32', '::1']) {
      assert.isTrue(isNetwork(text), text)
    }
    for (const text of ['', '192.0.2.0/33', '2001:db8::/129', '192.0.2', 'x/8', '192.0.2.0/24/1']) {
      assert.isFalse(isNetwork(text), text)
    }
    assert.isTrue(isWithin([], '203.0.113.9'))
    assert.isTrue(isWithin(['192.0.2.0/24'], '::ffff:192.0.2.7'))
    assert.isFalse(isWithin(['192.0.2.0/24'], '192.0.3.7'))
    assert.isFalse(isWithin(['192.0.2.0/24'], 'no address'))
    assert.equal(cutAddress('::ffff:192.0.2.7'), '192.0.2.x')
    assert.equal(cutAddress('2001:db8:1:2::3'), '2001:db8:1::x')
  })
})
