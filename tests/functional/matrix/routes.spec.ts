import { test } from '@japa/runner'
import { keepAsking, serverHealth } from '#core/operations/queries/server_health'
import { answerFor, capabilities } from '#core/permissions/matrix'
import { namedRoutes } from '#tests/functional/matrix/routes'
import { walk } from '#tests/functional/matrix/walk'
import { madeWorld } from '#tests/functional/matrix/world'
import { until } from '#tests/made/until'

test.group('The matrix of who may do what', () => {
  test('has a line for every route: each names one capability', ({ assert }) => {
    const routes = namedRoutes()
    assert.isAbove(routes.length, 15)
    const without = routes.filter(
      ({ capability }) => !capability || !capabilities().includes(capability)
    )
    assert.deepEqual(
      without.map(({ method, pattern }) => `${method} ${pattern}`),
      []
    )
  })

  test('lets anyone in only where it says so', ({ assert }) => {
    const open = namedRoutes().filter(
      ({ demandsReader, demandsToken }) => !demandsReader && !demandsToken
    )
    const wrong = open.filter(
      ({ capability }) => !capability || answerFor(capability, 'nobody') !== 'yes'
    )
    assert.deepEqual(wrong, [])
  })

  test('is obeyed by every route for every role, and nobody reaches what is another customer’s', async ({
    assert,
    client,
    cleanup,
  }) => {
    // As a server that serves does: else a busy machine's first answer is that it does not know its health.
    cleanup(keepAsking())
    await until(serverHealth, ({ status }) => status === 'ok')
    const wrong = await walk(client, namedRoutes(), await madeWorld())
    assert.deepEqual(wrong, [])
  })
})
