import { test } from '@japa/runner'

test('the server says that it is well', async ({ client }) => {
  const response = await client.get('/health')
  response.assertStatus(200)
  response.assertBodyContains({ status: 'ok' })
})
