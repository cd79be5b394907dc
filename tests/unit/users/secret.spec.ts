import { test } from '@japa/runner'
import { hashSecret, matchesSecret, newSecret } from '#core/users/secret'

test.group('A secret', () => {
  test('has 256 random bits and is never the same', ({ assert }) => {
    const secrets = new Set(Array.from({ length: 100 }, newSecret))
    assert.equal(secrets.size, 100)
    for (const secret of secrets) assert.lengthOf(Buffer.from(secret, 'base64url'), 32)
  })

  test('is known again by its hash, and no other is', ({ assert }) => {
    const secret = newSecret()
    assert.isTrue(matchesSecret(secret, hashSecret(secret)))
    for (const other of ['', secret.slice(1), `${secret}=`, newSecret()]) {
      assert.isFalse(matchesSecret(other, hashSecret(secret)))
    }
  })
})
