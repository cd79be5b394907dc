import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { problemOfKey } from '#core/http/own_key'

test.group('The key of an installation', () => {
  test('is its own: neither short, nor one of an example, nor one sign repeated', ({ assert }) => {
    for (const key of [
      '',
      'short',
      'changeme-changeme-changeme',
      'test-guest-secret-change-me',
      'please_change_me_in_production',
      'your-app-key-goes-here-please',
      'a'.repeat(32),
      'a key that only the tests know and use',
    ]) {
      assert.isString(problemOfKey(key), key)
    }
    for (let index = 0; index < 50; index += 1) {
      assert.isUndefined(problemOfKey(randomBytes(24).toString('base64url')))
    }
  })
})
