import hash from '@adonisjs/core/services/hash'
import { test } from '@japa/runner'
import { hashPassword, isPassword } from '#core/users/password'

test.group('A password', () => {
  test('is kept as an Argon2id hash, another each time', async ({ assert }) => {
    const first = await hashPassword('tolv tecken!', 12)
    const second = await hashPassword('tolv tecken!', 12)
    assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.notEqual(first, second)
    assert.isTrue(await hash.verify(first, 'tolv tecken!'))
  })

  test('is counted in characters as people count them', async ({ assert }) => {
    await assert.rejects(
      () => hashPassword('😀😁😂😃😄😅', 12),
      'A password has at least 12 characters, at least 5 of them different.'
    )
    assert.isString(await hashPassword('åäöÅÄÖéüñßçø', 12))
  })

  test('is never right for an account that is not there, or that has none', async ({ assert }) => {
    assert.isFalse(await isPassword(null, 'the password of nobody'))
    assert.isFalse(await isPassword({ password: null }, 'the password of nobody'))
  })
})
