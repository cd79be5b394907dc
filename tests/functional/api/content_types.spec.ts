import { test } from '@japa/runner'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const origin = `http://127.0.0.1:${process.env.PORT}`

async function program() {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  const { headers } = await madeTicket(await madeUser(customer, { seesEverything: true }), customer)
  return (path: string, accept: string, more: object = {}) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, 'accept': accept, 'content-type': 'application/json' },
      body: JSON.stringify({
        report: 'asterisk.queue',
        period: { from: '2026-01-05', to: '2026-01-05' },
        ...more,
      }),
    })
}

test.group('The report API', () => {
  test('refuses who accepts no JSON with a sentence, and gives a file whatever is accepted', async ({
    assert,
  }) => {
    const ask = await program()
    const refused = await ask('/api/report/v1/generate', 'application/xml')
    const { error } = (await refused.json()) as { error: Record<string, string> }
    assert.deepEqual([refused.status, error.code, error.field], [406, 'E_ONLY_JSON', 'Accept'])
    assert.match(
      error.message,
      /^Unsupported content type "application\/xml"\. Allowed: application\/json/
    )
    for (const accept of ['*/*', 'application/json', 'application/xml, application/*;q=0.1']) {
      const answer = await ask('/api/report/v1/generate', accept)
      assert.equal(answer.status, 200, accept)
    }
    const file = await ask('/api/report/v1/export', 'text/csv', { format: 'csv' })
    assert.deepEqual(
      [file.status, file.headers.get('content-type')],
      [200, 'text/csv; charset=utf-8']
    )
  })

  test('redirects its earlier addresses with method and body, so that programs of then get an answer', async ({
    assert,
  }) => {
    const ask = await program()
    for (const version of ['v1-0', 'v1-1']) {
      const moved = await ask(`/api/report/${version}/generate?a=b`, 'application/json')
      assert.deepEqual(
        [moved.status, moved.headers.get('location')],
        [308, '/api/report/v1/generate?a=b']
      )
      const answer = await ask(moved.headers.get('location')!, 'application/json')
      const { total } = (await answer.json()) as { total: { incoming: number } }
      assert.equal(total.incoming, 9)
    }
  })
})
