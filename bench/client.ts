import type { Made } from './server.js'

/** Posts to the product as a program with a ticket would, and reads the answer to its end. */
export type Ask = (path: string, body: unknown, type?: string) => Promise<string>

/** @throws what the product said, where it is no answer */
export async function client(base: string, ticket: Made['customers'][number]): Promise<Ask> {
  const { token, secret } = ticket
  const signedIn = JSON.parse(await post('/api/auth/jwt', { token, secret })) as {
    jwtToken: string
  }
  return (path, body, type) => post(path, body, type, signedIn.jwtToken)

  async function post(path: string, body: unknown, type = 'application/json', jwt?: string) {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': type, ...(jwt && { authorization: `Bearer ${jwt}` }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const answer = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.slice(0, 500)}`)
    return answer
  }
}
