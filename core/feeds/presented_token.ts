/** What a request brought to be let in, and what it says of who it is. */
export interface Presented {
  token: string | undefined
  /** The user name of HTTP Basic, which may be any. */
  name: string | undefined
}

const LONGEST = 200

/**
 * The token of a request: the password of HTTP Basic, which every tool can ask a person for; a bearer
 * token; the header of an API key; or the address itself.
 */
export function presentedToken(headers: Headers, query: URLSearchParams): Presented {
  const [, scheme = '', given = ''] =
    /^(\w+)\s*(.*)$/s.exec(headers.get('authorization') ?? '') ?? []
  const basic = scheme.toLowerCase() === 'basic' ? decodedBasic(given.trim()) : undefined
  const token = [
    basic?.password,
    scheme.toLowerCase() === 'bearer' ? given.trim() : undefined,
    headers.get('x-api-key')?.trim(),
    query.get('access_token') ?? undefined,
  ].find((one) => one !== undefined && one !== '')
  return { token: token?.slice(0, LONGEST), name: basic?.name }
}

function decodedBasic(text: string) {
  const decoded = Buffer.from(text, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  if (colon < 0) return undefined
  // Names are shown to the owner: nothing in them may look like something else there.
  const name = decoded.slice(0, colon).replaceAll(/\p{C}/gu, '').slice(0, 60)
  return { name: name || undefined, password: decoded.slice(colon + 1) }
}
