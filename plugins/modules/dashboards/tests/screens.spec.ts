import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeUser } from '#tests/made/user'
import { emptyDocument } from '../empty_document.js'
import { turnAt } from '../playlists/turn.js'
import { outsideHosts } from '../screens/outside_hosts.js'

const SCREENS = '/api/dashboards/v1/screens'
const at = (path: string) => `http://127.0.0.1:${process.env.PORT}/m/dashboards/${path}`
const post = (path: string, body: object) =>
  fetch(at(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

const document = {
  ...emptyDocument,
  places: [{ id: 'a', x: 0, y: 0, w: 12, h: 3 }],
  widgets: { a: { kind: 'opening_state' } },
}

async function madeCompany(client: ApiClient) {
  const customer = await madeCustomer({ edition: 'extended' })
  const person = await madeUser(customer, { name: 'Cecilia Chef', administrator: true })
  const chief = asker(client, person, customer)
  const board = async (name: string) => {
    const { body } = await chief('POST', '/api/dashboards/v1/boards', { name, document })
    return Number(body.id)
  }
  const user = asker(client, await madeUser(customer, { seesEverything: true }), customer)
  return { customer, person, chief, user, board }
}

/** A set that shows a code. `get` asks as it does once it is paired. */
async function madeSet() {
  const answer = await post('device/code', { resolution: '1920x1080' })
  const { code, check, device } = (await answer.json()) as {
    code: string
    check: number
    device: string
  }
  let cookie = ''
  const pair = async () => {
    await db.from('device_codes').update({ polled_at: null })
    const polled = await post('device/credential', { device })
    cookie = polled.headers.get('set-cookie')?.split(';')[0] ?? ''
    const { state } = (await polled.json()) as { state: string }
    return state
  }
  const get = async (path: string) => {
    const response = await fetch(at(path), { headers: { Cookie: cookie } })
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every answer has another shape
    return { status: response.status, body: (await response.json()) as any }
  }
  return { code, check, pair, get }
}

test.group('Dashboards | screens', () => {
  test('a set is paired by its code and number, shows its dashboard, is sent another, and is taken away', async ({
    assert,
    client,
  }) => {
    const { chief, board } = await madeCompany(client)
    const [first, second] = [await board('Wall'), await board('Lobby')]
    const set = await madeSet()
    const { body: seen } = await chief('POST', `${SCREENS}/look`, { code: set.code })
    assert.equal(seen.resolution, '1920x1080')
    assert.include(seen.numbers, set.check)
    const wish = { code: set.code, number: set.check, name: 'Reception', board: first }
    const added = await chief('POST', SCREENS, wish)
    assert.equal(added.status, 201)
    assert.equal(await set.pair(), 'approved')

    const opened = await set.get('screen/board')
    assert.equal(opened.body.board.name, 'Wall')
    assert.equal(opened.body.screen.name, 'Reception')
    const frame = await set.get('screen/stream')
    assert.deepEqual(Object.keys(frame.body.data.answers), ['a.0'])
    const { body: listed } = await chief('GET', SCREENS)
    assert.deepInclude(listed.screens[0], { name: 'Reception', board: 'Wall' })
    assert.isNotNull(listed.screens[0].seenAt)

    const screen = `${SCREENS}/${added.body.id}`
    const sent = await chief('PATCH', screen, { board: second })
    assert.equal(sent.status, 204)
    const another = await set.get('screen/board')
    assert.equal(another.body.board.name, 'Lobby')
    await chief('POST', `${screen}/notice`, { what: 'identify' })
    const told = await set.get('screen/stream')
    assert.equal(told.body.notice.what, 'identify')

    await chief('DELETE', `/api/dashboards/v1/boards/${second}`)
    const empty = await set.get('screen/board')
    assert.isNull(empty.body.board)
    const gone = await chief('DELETE', screen)
    assert.equal(gone.status, 204)
    const unpaired = await set.get('screen/board')
    assert.equal(unpaired.status, 401)
  })

  test('shows what who chose it may see now, and nothing once they have left', async ({
    assert,
    client,
  }) => {
    const { chief, board, person, customer } = await madeCompany(client)
    const set = await madeSet()
    const wish = { code: set.code, number: set.check, name: 'Hall', board: await board('Wall') }
    await chief('POST', SCREENS, wish)
    await set.pair()
    const before = await set.get('screen/stream')
    assert.equal(before.status, 200)
    await db.from('memberships').where({ user_id: person.id, customer_id: customer.id }).delete()
    const after = await set.get('screen/stream')
    assert.equal(after.status, 404)
    const page = await set.get('screen/board')
    assert.isNull(page.body.board)
  })

  test('is nobody’s who lacks the right, and no other customer’s', async ({ assert, client }) => {
    const [mine, theirs] = [await madeCompany(client), await madeCompany(client)]
    const set = await madeSet()
    const wish = {
      code: set.code,
      number: set.check,
      name: 'Hall',
      board: await mine.board('Wall'),
    }
    assert.equal(await codeOf(mine.user('POST', SCREENS, wish)), 'E_NOT_ALLOWED')
    assert.equal(await codeOf(theirs.chief('POST', SCREENS, wish)), 'E_BOARD_NOT_FOUND')
    const { body } = await mine.chief('POST', SCREENS, wish)
    for (const method of ['PATCH', 'DELETE'] as const) {
      const refused = theirs.chief(method, `${SCREENS}/${body.id}`)
      assert.equal(await codeOf(refused), 'E_SCREEN_NOT_FOUND')
    }
    const wrong = await madeSet()
    const number = wrong.check === 99 ? 98 : wrong.check + 1
    const guess = { ...wish, code: wrong.code, number }
    assert.equal(await codeOf(mine.chief('POST', SCREENS, guess)), 'E_SCREEN_NUMBER')
    const { body: listed } = await mine.chief('GET', SCREENS)
    assert.lengthOf(listed.screens, 1)
  })

  test('shows the dashboards of a playlist in turn, with a period of its own, and nothing of others', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await madeCompany(client), await madeCompany(client)]
    const [first, second] = [await mine.board('Wall'), await mine.board('Lobby')]
    const foreign = await theirs.board('Theirs')
    const PLAYLISTS = '/api/dashboards/v1/playlists'
    const of = (...boards: number[]) => ({
      name: 'In turn',
      items: boards.map((board) => ({ board, seconds: 10 })),
    })
    assert.equal(await codeOf(mine.chief('POST', PLAYLISTS, of(foreign))), 'E_BOARD_NOT_FOUND')
    assert.equal(await codeOf(mine.user('POST', PLAYLISTS, of(first))), 'E_NOT_ALLOWED')
    const { body: made } = await mine.chief('POST', PLAYLISTS, of(first, second))
    const list = `${PLAYLISTS}/${made.id}`
    assert.equal(await codeOf(theirs.chief('PATCH', list, of(foreign))), 'E_PLAYLIST_NOT_FOUND')
    assert.equal(await codeOf(theirs.chief('DELETE', list)), 'E_PLAYLIST_NOT_FOUND')

    const set = await madeSet()
    const wish = { code: set.code, number: set.check, name: 'Hall', board: first }
    const { body: screen } = await mine.chief('POST', SCREENS, wish)
    await set.pair()
    const change = { playlist: made.id, period: 'yesterday' }
    await mine.chief('PATCH', `${SCREENS}/${screen.id}`, change)
    const opened = await set.get('screen/board')
    assert.include(['Wall', 'Lobby'], opened.body.board.name)
    assert.isAtLeast(opened.body.left, 1)
    assert.isAtMost(opened.body.left, 10)
    assert.deepEqual(opened.body.board.document.variables.period, { choice: 'yesterday' })
    await mine.chief('PATCH', list, of(second))
    const alone = await set.get('screen/board')
    assert.equal(alone.body.board.name, 'Lobby')
    assert.notProperty(alone.body, 'left')
    await mine.chief('DELETE', list)
    const empty = await set.get('screen/board')
    assert.isNull(empty.body.board)
  })

  test('whose turn it is follows from the clock alone', ({ assert }) => {
    const items = [
      { board: 1, seconds: 30 },
      { board: 2, seconds: 15 },
    ]
    const turn = (second: number) => {
      const found = turnAt(items, new Date(45_000 * 1000 + 1000 * second))
      return [found?.item.board, found?.left]
    }
    assert.deepEqual(turn(0), [1, 30])
    assert.deepEqual(turn(29.5), [1, 1])
    assert.deepEqual(turn(30), [2, 15])
    assert.deepEqual(turn(45), [1, 30])
    assert.isUndefined(turnAt([], new Date()))
  })

  test('loads from the hosts of its dashboard alone', ({ assert }) => {
    const hosts = outsideHosts({
      ...emptyDocument,
      widgets: {
        a: { kind: 'web_page', settings: { address: 'https://intranet.example/news' } },
        b: { kind: 'image_block', settings: { address: 'https://img.example/logo.png' } },
        c: { kind: 'youtube_film', settings: { address: 'dQw4w9WgXcQ' } },
        d: { kind: 'web_page', settings: { address: 'javascript:alert(1)' } },
      },
    })
    assert.deepEqual(hosts, {
      frames: ['https://intranet.example', 'https://www.youtube-nocookie.com'],
      images: ['https://img.example'],
      media: [],
    })
  })
})
