import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import type User from '#core/users/models/user'
import UserSession from '#core/users/models/user_session'
import { hashSecret, newSecret } from '#core/users/secret'
import { SESSION_KEY } from '#core/users/sessions/session_key'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What the session of a person holds who has signed in, past the sign-in itself, and opened this customer. */
export async function liveSession(user: User, customer: { id: number } | null) {
  const key = newSecret()
  const now = DateTime.utc()
  await UserSession.create({
    userId: user.id,
    keyHash: hashSecret(key),
    opens: null,
    device: 'tests',
    address: '127.0.0.1',
    createdAt: now,
    lastSeenAt: now,
    endedAt: null,
  })
  return { [SESSION_KEY]: key, [SESSION_CUSTOMER]: customer?.id ?? 0 }
}

/** Asks as a person who has signed in and opened this customer. */
export const asker =
  (client: ApiClient, user: User, customer: { id: number } | null) =>
  async (method: Method, path: string, body: object = {}) => {
    const request = client
      .request(path, method)
      .withCsrfToken()
      .withSession(await liveSession(user, customer))
      .loginAs(user)
    const response = await (method === 'GET' ? request : request.json(body))
    return {
      status: response.status(),
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every answer has another shape
      body: response.body() as any,
      headers: response.headers() as Record<string, string>,
      text: response.text(),
    }
  }

/** The code of a refusal. */
export async function codeOf(answer: Promise<{ body: { error?: { code: string } } }>) {
  const { body } = await answer
  return body.error?.code
}

/** One part of an answer. */
export async function partOf<T>(answer: Promise<{ body: Record<string, T> }>, name: string) {
  const { body } = await answer
  return body[name]
}
