import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { BoardDocument } from '#core/contracts/board'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'
import { emptyDocument } from '../empty_document.js'

const BOARDS = '/api/dashboards/v1/boards'

const document = (text: string): BoardDocument => ({
  ...emptyDocument,
  places: [{ id: 'a', x: 0, y: 0, w: 4, h: 3 }],
  widgets: { a: { kind: 'text_block', settings: { text } } },
})

/** A company with two people and an administrator, each of whom asks. */
async function madeCompany(client: ApiClient) {
  const customer = await madeCustomer({ edition: 'extended' })
  const of = async (values: Parameters<typeof madeUser>[1]) =>
    asker(client, await madeUser(customer, values), customer)
  return {
    anna: await of({ name: 'Anna Öberg', seesEverything: true }),
    bo: await of({ name: 'Bo Ek' }),
    chief: await of({ name: 'Cecilia Chef', administrator: true }),
  }
}

type Ask = ReturnType<typeof asker>

async function madeBoard(ask: Ask, name = 'Support') {
  const { body, status } = await ask('POST', BOARDS, { name, document: document('Hello') })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return String(body.id)
}

const namesSeen = async (ask: Ask) => {
  const { body } = await ask('GET', BOARDS)
  return (body.boards as { name: string }[]).map(({ name }) => name)
}

test.group('Dashboards | whose they are', () => {
  test('a private one is its owner’s and administrators’, a shared one everybody’s to look at', async ({
    assert,
    client,
  }) => {
    const { anna, bo, chief } = await madeCompany(client)
    const id = await madeBoard(anna)
    assert.deepEqual(await namesSeen(anna), ['Support'])
    assert.deepEqual(await namesSeen(bo), [])
    assert.deepEqual(await namesSeen(chief), ['Support'])
    assert.equal(await codeOf(bo('GET', `${BOARDS}/${id}`)), 'E_BOARD_NOT_FOUND')

    const shared = await anna('PUT', `${BOARDS}/${id}/sharing`, { revision: 1, shared: true })
    assert.deepEqual(shared.body, { revision: 2 })
    const { body } = await bo('GET', `${BOARDS}/${id}`)
    assert.deepInclude(body.board, { owner: 'Anna Öberg', mine: false, shared: true })
    assert.equal(body.document.widgets.a.settings.text, 'Hello')
    const change = { revision: 2, name: 'Mine' }
    assert.equal(await codeOf(bo('PUT', `${BOARDS}/${id}`, change)), 'E_BOARD_NOT_YOURS')
    assert.equal(await codeOf(bo('DELETE', `${BOARDS}/${id}`)), 'E_BOARD_NOT_YOURS')
    assert.equal(await codeOf(chief('DELETE', `${BOARDS}/${id}`)), 'E_BOARD_NOT_YOURS')

    const copy = await bo('POST', `${BOARDS}/${id}/copy`, { name: 'Support (Copy)' })
    assert.equal(copy.status, 201)
    assert.deepEqual(await namesSeen(bo), ['Support', 'Support (Copy)'])
    assert.deepEqual(await namesSeen(anna), ['Support'])
  })

  test('an administrator takes one over, after which a private one is gone for its first owner', async ({
    assert,
    client,
  }) => {
    const { anna, bo, chief } = await madeCompany(client)
    const id = await madeBoard(anna)
    assert.equal(await codeOf(bo('POST', `${BOARDS}/${id}/take-over`)), 'E_NOT_ALLOWED')
    assert.equal(await statusOf(chief('POST', `${BOARDS}/${id}/take-over`)), 200)
    assert.deepEqual(await namesSeen(anna), [])
    const { body } = await chief('GET', `${BOARDS}/${id}`)
    assert.deepInclude(body.board, { owner: 'Cecilia Chef', mine: true })
  })

  test('only an administrator chooses the standard one, and there is one; people choose their own before it', async ({
    assert,
    client,
  }) => {
    const { anna, bo, chief } = await madeCompany(client)
    const own = await madeBoard(anna, 'Own')
    const standard = { revision: 1, shared: true, standard: true }
    assert.equal(
      await codeOf(anna('PUT', `${BOARDS}/${own}/sharing`, standard)),
      'E_BOARD_STANDARD'
    )
    for (const name of ['First', 'Second']) {
      const id = await madeBoard(chief, name)
      assert.equal(await statusOf(chief('PUT', `${BOARDS}/${id}/sharing`, standard)), 200)
    }
    const first = async (ask: Ask) => {
      const { body } = await ask('GET', BOARDS)
      return (body.boards as { name: string; isDefault: boolean }[])
        .filter(({ isDefault }) => isDefault)
        .map(({ name }) => name)
    }
    assert.deepEqual(await first(bo), ['Second'])
    await anna('PUT', `${BOARDS}/${own}/default`, {})
    assert.deepEqual(await first(anna), ['Own'])
    await anna('PUT', `${BOARDS}/${own}/default`, { chosen: false })
    assert.deepEqual(await first(anna), ['Second'])
  })

  test('another company’s dashboards are not there, at any address', async ({ assert, client }) => {
    const { anna } = await madeCompany(client)
    const { chief } = await madeCompany(client)
    const id = await madeBoard(anna)
    await anna('PUT', `${BOARDS}/${id}/sharing`, { revision: 1, shared: true, standard: false })
    assert.deepEqual(await namesSeen(chief), [])
    for (const [method, below, body] of [
      ['GET', '', {}],
      ['PUT', '', { revision: 2, name: 'Theirs', document: document('Theirs') }],
      ['DELETE', '', {}],
      ['POST', '/copy', { name: 'Theirs' }],
      ['POST', '/take-over', {}],
      ['POST', '/publish', { revision: 2 }],
      ['POST', '/discard', { revision: 2 }],
      ['PUT', '/sharing', { revision: 2, shared: false }],
      ['PUT', '/default', {}],
      ['POST', '/opened', {}],
      ['GET', '/revisions', {}],
      ['POST', '/revisions/1/restore', { revision: 2 }],
      ['GET', '/answers', {}],
      ['POST', '/widgets', { document: document('Theirs') }],
    ] as const) {
      const answer = chief(method, `${BOARDS}/${id}${below}`, body)
      assert.equal(await codeOf(answer), 'E_BOARD_NOT_FOUND', `${method} ${below}`)
    }
  })
})

test.group('Dashboards | changing', () => {
  test('a draft is its owner’s until it is published, and an earlier version comes back as a draft', async ({
    assert,
    client,
  }) => {
    const { anna, bo } = await madeCompany(client)
    const id = await madeBoard(anna)
    await anna('PUT', `${BOARDS}/${id}/sharing`, { revision: 1, shared: true })
    await anna('PUT', `${BOARDS}/${id}`, { revision: 2, document: document('New') })
    const textSeen = async (ask: Ask, query = '') => {
      const { body } = await ask('GET', `${BOARDS}/${id}${query}`)
      return body.document.widgets.a.settings.text as string
    }
    assert.equal(await textSeen(bo, '?draft=true'), 'Hello')
    assert.equal(await textSeen(anna), 'Hello')
    assert.equal(await textSeen(anna, '?draft=true'), 'New')
    await anna('POST', `${BOARDS}/${id}/publish`, { revision: 3 })
    assert.equal(await textSeen(bo), 'New')
    const { body } = await anna('GET', `${BOARDS}/${id}/revisions`)
    assert.deepEqual(
      body.revisions.map(({ revision, published, madeBy }: Record<string, unknown>) => [
        revision,
        published,
        madeBy,
      ]),
      [
        [4, true, 'Anna Öberg'],
        [1, false, 'Anna Öberg'],
      ]
    )
    await anna('POST', `${BOARDS}/${id}/revisions/1/restore`, { revision: 4 })
    assert.equal(await textSeen(anna, '?draft=true'), 'Hello')
    assert.equal(await textSeen(bo), 'New')
    await anna('POST', `${BOARDS}/${id}/discard`, { revision: 5 })
    assert.equal(await textSeen(anna, '?draft=true'), 'New')
  })

  test('who changes what somebody has changed since is told who and when, and nothing is lost', async ({
    assert,
    client,
  }) => {
    const { anna } = await madeCompany(client)
    const id = await madeBoard(anna)
    await anna('PUT', `${BOARDS}/${id}`, { revision: 1, document: document('First') })
    const late = await anna('PUT', `${BOARDS}/${id}`, { revision: 1, document: document('Late') })
    assert.equal(late.status, 409)
    assert.match(late.body.error.message, /^Anna Öberg changed this dashboard at \d{4}-\d\d-\d\dT/)
    const publishing = await anna('POST', `${BOARDS}/${id}/publish`, { revision: 1 })
    assert.equal(publishing.body.error.code, 'E_BOARD_CHANGED')
    const { body } = await anna('GET', `${BOARDS}/${id}?draft=true`)
    assert.equal(body.document.widgets.a.settings.text, 'First')
  })

  test('a widget is pinned below the others, and seen at once', async ({ assert, client }) => {
    const { anna } = await madeCompany(client)
    const id = await madeBoard(anna)
    await anna('POST', `${BOARDS}/${id}/widgets`, { document: document('Pinned') })
    const { body } = await anna('GET', `${BOARDS}/${id}`)
    assert.deepEqual(body.document.places, [
      { id: 'a', x: 0, y: 0, w: 4, h: 3 },
      { id: 'w1', x: 0, y: 3, w: 4, h: 3 },
    ])
    assert.equal(body.document.widgets.w1.settings.text, 'Pinned')
  })

  test('a document that does not hold together is refused by a sentence that names the field', async ({
    assert,
    client,
  }) => {
    const { anna } = await madeCompany(client)
    const whole = document('Hello')
    const [place] = whole.places
    const [widget] = Object.values(whole.widgets)
    for (const [wrong, field] of [
      [{ ...whole, places: [] }, 'places'],
      [{ ...whole, places: [{ ...place, x: 10 }] }, 'places'],
      [{ ...whole, widgets: { a: { kind: 'no_such' } } }, 'widgets.a.kind'],
      [
        { ...whole, widgets: { a: { ...widget, settings: { colour: 'red' } } } },
        'widgets.a.settings.colour',
      ],
      [
        { ...whole, widgets: { a: { ...widget, settings: { large: 'yes' } } } },
        'widgets.a.settings.large',
      ],
      [{ ...whole, look: { image: 'http://nordvik.example/a.png' } }, 'document.look.image'],
      [
        {
          ...whole,
          places: [place, { ...place, id: 'b', x: 3 }],
          widgets: { a: widget, b: widget },
        },
        'places',
      ],
    ] as const) {
      const { status, body } = await anna('POST', BOARDS, { name: 'Wrong', document: wrong })
      assert.equal(status, 422, JSON.stringify(body))
      assert.equal(body.error.field, field)
    }
    assert.deepEqual(await namesSeen(anna), [])
  })
})

test.group('Dashboards | figures', () => {
  test('each widget is answered with the rights of who looks, and a refused one fails no other', async ({
    assert,
    client,
  }) => {
    const { anna } = await madeCompany(client)
    const widgets = {
      a: { kind: 'opening_state' },
      b: { kind: 'number_tile', data: { report: 'no.such', columns: ['calls'] } },
    }
    const places = [
      { id: 'a', x: 0, y: 0, w: 4, h: 3 },
      { id: 'b', x: 4, y: 0, w: 4, h: 3 },
    ]
    const shown = { ...emptyDocument, places, widgets }
    const { body } = await anna('POST', '/api/dashboards/v1/preview', { document: shown })
    assert.notProperty(body.answers.a[0], 'problem')
    assert.match(body.answers.b[0].problem.code, /^E_/)
  })
})
