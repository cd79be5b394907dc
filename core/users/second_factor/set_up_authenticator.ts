import encryption from '@adonisjs/core/services/encryption'
import { DateTime } from 'luxon'
import { OTP } from 'otplib'
import { toString } from 'qrcode'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { tellUser } from '#core/users/actions/tell_user'
import { wrongCode } from '#core/users/errors'
import Authenticator from '#core/users/models/authenticator'
import type User from '#core/users/models/user'
import { useAuthenticator } from '#core/users/second_factor/use_authenticator'

const ISSUER = 'Telestat'

/** What an app needs to know, to be shown once: the key to type, or the picture to point a camera at. */
export interface AuthenticatorSetUp {
  id: number
  key: string
  uri: string
  svg: string
}

/** Makes a key for an app. It is a factor once a code of it has been given; those begun before are dropped. */
export async function beginAuthenticator(user: User, name: string): Promise<AuthenticatorSetUp> {
  const otp = new OTP()
  const key = otp.generateSecret()
  await Authenticator.query().where('userId', user.id).whereNull('confirmedAt').delete()
  const { id } = await Authenticator.create({
    userId: user.id,
    name: name.trim() || ISSUER,
    sealedKey: encryption.encrypt(key),
    lastStep: null,
    createdAt: DateTime.utc(),
    confirmedAt: null,
  })
  const uri = otp.generateURI({ issuer: ISSUER, label: user.email, secret: key })
  return { id, key, uri, svg: await toString(uri, { type: 'svg', margin: 2 }) }
}

/** Takes an app into use with a code that it shows. Throws `E_WRONG_CODE`. */
export async function confirmAuthenticator(
  user: User,
  authenticator: Authenticator | null,
  code: string,
  address: string
): Promise<void> {
  if (!authenticator || !(await useAuthenticator(authenticator, code))) throw wrongCode()
  await authenticator.refresh()
  await authenticator.merge({ confirmedAt: DateTime.utc() }).save()
  await factorAdded(user, 'authenticator', authenticator.name, address)
}

/** Writes down and tells the person that a factor can now be used. */
export async function factorAdded(user: User, method: string, factor: string, address: string) {
  await recordOfPerson(user.id, {
    actorId: user.id,
    action: 'secondFactor.added',
    subject: user.email,
    details: { method },
    address,
  })
  await tellUser(user, 'factorAdded', { factor })
}

/** Writes down and tells the person that a factor can no longer be used. */
export async function factorRemoved(user: User, method: string, factor: string, address: string) {
  await recordOfPerson(user.id, {
    actorId: user.id,
    action: 'secondFactor.removed',
    subject: user.email,
    details: { method },
    address,
  })
  await tellUser(user, 'factorRemoved', { factor })
}
