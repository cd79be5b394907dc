import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { codeOf, partOf } from '#tests/made/asker'
import { statusOf } from '#tests/made/status_of'
import { colleague, disable, madeNoting } from '#tests/modules/modules'

const at = (path: string) => `http://127.0.0.1:${process.env.PORT}${path}`
const post = (path: string, body: object) =>
  fetch(at(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

interface Asked {
  code: string
  check: number
  device: string
}
interface Seen {
  engine: string
  resolution: string
  numbers: number[]
}

/** A device that waits with a code. */
async function waitingDevice() {
  const response = await post('/m/probe/device/code', { resolution: '1920x1080' })
  const asked = (await response.json()) as Asked
  const poll = async () => {
    const answer = await post('/m/probe/device/credential', { device: asked.device })
    const { state } = (await answer.json()) as { state: string }
    return { state, cookie: answer.headers.get('set-cookie') ?? '' }
  }
  const pollLater = async () => {
    await db.from('device_codes').update({ polled_at: null })
    return poll()
  }
  return { ...asked, poll, pollLater }
}

const shown = (cookie: string) =>
  fetch(at('/m/probe/shown'), { headers: { Cookie: cookie.split(';')[0] ?? '' } })

test.group('Modules | devices', () => {
  test('a device shows a code, is approved by its number, and is given its subject’s operations until they end', async ({
    assert,
    client,
  }) => {
    const { ask, customer } = await madeNoting(client)
    const device = await waitingDevice()
    assert.match(device.code, /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
    const first = await device.poll()
    assert.equal(first.state, 'pending')
    const hasty = await device.poll()
    assert.equal(hasty.state, 'slowDown')
    const typed = device.code.toLowerCase().replace('-', ' ')
    const look = ask('POST', '/api/probe/v1/devices/look', { code: typed })
    const seen = await partOf<Seen>(look, 'device')
    assert.equal(seen.resolution, '1920x1080')
    assert.lengthOf(seen.numbers, 3)
    assert.include(seen.numbers, device.check)
    const wish = { code: device.code, number: device.check, topic: 'reception' }
    assert.isTrue(await partOf(ask('POST', '/api/probe/v1/devices', wish), 'approved'))
    const { state, cookie } = await device.pollLater()
    assert.equal(state, 'approved')
    assert.match(cookie, /HttpOnly/)
    assert.match(cookie, /SameSite=Strict/)
    assert.match(cookie, /Path=\/m\/probe/)
    const answer = await shown(cookie)
    assert.deepEqual(await answer.json(), { subject: 'reception', customer: customer.slug })
    const twice = await device.pollLater()
    assert.equal(twice.state, 'expired')

    await disable(customer, 'probe')
    assert.equal(await statusOf(shown(cookie)), 404)
  })

  test('a wrong number ends the code, wrong codes are counted, and nobody else’s device is reached', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await madeNoting(client), await madeNoting(client)]
    const device = await waitingDevice()
    const approve = (ask: typeof mine.ask, number: number) =>
      partOf(
        ask('POST', '/api/probe/v1/devices', { code: device.code, number, topic: 't' }),
        'approved'
      )
    const wrong = device.check === 99 ? 98 : device.check + 1
    assert.isFalse(await approve(mine.ask, wrong))
    assert.isFalse(await approve(mine.ask, device.check))
    const { state } = await device.pollLater()
    assert.equal(state, 'expired')

    const look = () => theirs.ask('POST', '/api/probe/v1/devices/look', { code: 'BBBB-BBBB' })
    for (let round = 0; round < 5; round += 1) assert.isNull(await partOf(look(), 'device'))
    assert.equal(await statusOf(look()), 429)

    const unpaired = await shown('device_probe=made-up')
    assert.equal(unpaired.status, 401)
    const { error } = (await unpaired.json()) as { error: { code: string } }
    assert.equal(error.code, 'E_NOT_PAIRED')
    assert.match(unpaired.headers.get('set-cookie') ?? '', /device_probe=;/)
  })

  test('a document has its own program for old engines and its own policy, and a short address', async ({
    assert,
  }) => {
    const short = await fetch(at('/probewall'), { redirect: 'manual' })
    assert.equal(short.headers.get('location'), '/m/probe/wall')
    const document = await fetch(at('/m/probe/wall'))
    const policy = document.headers.get('content-security-policy') ?? ''
    assert.include(policy, "script-src 'self';")
    assert.include(policy, "frame-src 'none';")
    assert.include(policy, "frame-ancestors 'none'")
    const html = await document.text()
    const [, script] = /type="module" src="([^"]+)"/.exec(html) ?? []
    const program = await fetch(at(String(script)))
    assert.equal(program.status, 200)
    assert.match(program.headers.get('cache-control') ?? '', /immutable/)
    // Optional chaining came with Chrome 80.
    assert.notMatch(await program.text(), /\?\.[a-zA-Z_$[(]/)
    const [, sheet] = /rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
    const css = readFileSync(app.publicPath(String(sheet).slice(1)), 'utf8')
    assert.notMatch(css, /inset|&/)
  })

  test('reads for a person with the rights they have now, and for nobody who is none of the customer’s', async ({
    assert,
    client,
  }) => {
    const [mine, theirs] = [await madeNoting(client), await madeNoting(client)]
    const { user } = await colleague(client, mine.customer)
    const person = (id: number) => mine.ask('GET', `/api/probe/v1/people/${id}`)
    const readerOf = (id: number) => partOf(person(id), 'reader')
    assert.deepEqual(await readerOf(mine.administrator.id), { role: 'administrator', steers: true })
    assert.deepEqual(await readerOf(user.id), { role: 'user', steers: false })
    assert.equal(await codeOf(person(theirs.administrator.id)), 'E_PROBE_PERSON')
  })
})
