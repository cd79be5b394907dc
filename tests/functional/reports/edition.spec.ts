import { test } from '@japa/runner'
import { madeCustomer } from '#tests/made/customer'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const PERIOD = { from: '2026-01-05', to: '2026-01-05' }

/** A program of a customer of this edition. */
async function program(edition: 'basic' | 'extended') {
  const customer = await madeCustomer({ plugins: ['asterisk', 'switchboard'], edition })
  const user = await madeUser(customer, { seesEverything: true, callSpecification: true })
  const { headers } = await madeTicket(user, customer)
  return async (path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${process.env.PORT}/api/report/v1/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    const answer = (await response.json()) as {
      types?: { key: string; basic: boolean }[]
      error?: { code: string; allowed?: string[] }
    }
    return { status: response.status, ...answer }
  }
}

test.group('The edition of a customer', () => {
  test('Basic has the basic reports alone, and is told where another is part of Extended', async ({
    assert,
  }) => {
    const [basic, extended] = [await program('basic'), await program('extended')]
    const { types = [] } = await extended('types')
    const beyond = types.find((type) => !type.basic)
    const { types: few = [] } = await basic('types')
    assert.isDefined(beyond)
    assert.deepEqual(
      few.map(({ key }) => key),
      types.filter((type) => type.basic).map(({ key }) => key)
    )
    const asked = { report: beyond?.key, period: PERIOD }
    for (const [path, body] of [
      ['generate', asked],
      ['specification', asked],
      [`objects?type=${beyond?.key}`, undefined],
    ] as const) {
      const refused = await basic(path, body)
      assert.deepEqual([refused.status, refused.error?.code], [403, 'E_NOT_IN_EDITION'], path)
      const { status } = await extended(path, body)
      assert.equal(status, 200, path)
    }
  })

  test('tells Basic of no report that is nowhere, or of a platform that it does not have', async ({
    assert,
  }) => {
    const basic = await program('basic')
    const { error } = await basic('generate', { report: 'nowhere.at.all', period: PERIOD })
    assert.equal(error?.code, 'E_UNKNOWN_REPORT')
    const { types = [] } = await basic('types')
    assert.deepEqual(
      error?.allowed,
      types.map(({ key }) => key)
    )
  })
})
