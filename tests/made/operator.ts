import { randomBytes } from 'node:crypto'
import { makeOperator } from '#core/operations/actions/make_operator'
import type User from '#core/users/models/user'
import { SET_PASSWORD_LENGTH, hashPassword } from '#core/users/password'
import { PASSWORD } from '#tests/made/user'

/** Somebody who runs the installation and signs in with `PASSWORD`. */
export async function madeOperator(): Promise<User> {
  const email = `operator-${randomBytes(6).toString('hex')}@telestat.example`
  const { user } = await makeOperator({ email, name: 'Olle Operatör', language: 'sv' })
  return user.merge({ password: await hashPassword(PASSWORD, SET_PASSWORD_LENGTH) }).save()
}
