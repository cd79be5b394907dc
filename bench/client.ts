import type { Made } from './server.js'

/** Asks the product as a program with a ticket would, and reads the answer to its end. */
export interface Ask {
  (path: string, body: unknown, type?: string): Promise<string>
  get(path: string): Promise<string>
}

/** @throws what the product said, where it is no answer */
export async function client(base: string, ticket: Made['customers'][number]): Promise<Ask> {
  const { token, secret } = ticket
  const signedIn = JSON.parse(await post('/api/auth/jwt', { token, secret })) as {
    jwtToken: string
  }
  const jwt = signedIn.jwtToken
  const ask = (path: string, body: unknown, type?: string) => post(path, body, type, jwt)
  return Object.assign(ask, { get: (path: string) => send(path, { headers: headers(jwt) }) })

  function post(path: string, body: unknown, type = 'application/json', token_?: string) {
    return send(path, {
      method: 'POST',
      headers: { ...headers(token_), 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  }

  async function send(path: string, request: RequestInit) {
    const response = await fetch(base + path, request)
    const answer = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${answer.slice(0, 500)}`)
    return answer
  }
}

/** A program on the same network that wants its answer at once does not ask for it to be packed. */
const headers = (jwt?: string) => ({
  'accept-encoding': 'identity',
  ...(jwt && { authorization: `Bearer ${jwt}` }),
})
