import { NotSent } from '#core/contracts/channel'

const TIMEOUT_MS = 15_000
const MAX_CHARACTERS = 300

/** How an HTTP exchange ended when the connection was never made: nothing of ours has left. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])
/** The key is not taken, or nothing is left to pay with. */
const OF_ACCOUNT = new Set([401, 402, 403])
/** A gateway between us and the provider gave up: the provider may have taken the message. */
const GAVE_UP = new Set([502, 504])

/**
 * Sends a request to a provider and answers its JSON. The key is never part of an error.
 *
 * @throws NotSent with what is known of the message: `temporary` where it never left or the provider
 * wants it later, `permanent` where it was refused, `unknown` where it left and no answer came
 */
export async function ask(provider: string, url: URL, init: RequestInit): Promise<unknown> {
  const { status, text } = await exchange(provider, url, init)
  const answer = parsed(text)
  // SMSAPI explains its errors in JSON, whatever the status.
  if (answer !== undefined && (status < 400 || explains(answer))) return answer
  const words = text.slice(0, MAX_CHARACTERS).trim()
  const sentence = `${provider} answered ${status}${words ? `: ${words}` : ''}`
  throw new NotSent(sentence, outcomeOf(status), status < 500, false, OF_ACCOUNT.has(status))
}

async function exchange(provider: string, url: URL, init: RequestInit) {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(url, { ...init, redirect: 'error', signal })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error & { code?: string } }
    const sentence = `${provider} does not answer at ${url.origin}: ${cause?.message || cause?.code || message}`
    const left = !NOT_CONNECTED.has(cause?.code ?? '')
    throw new NotSent(sentence, left ? 'unknown' : 'temporary', false)
  }
}

function outcomeOf(status: number): NotSent['outcome'] {
  // A success without an answer that can be read: the message may well be on its way.
  if (status < 400 || GAVE_UP.has(status)) return 'unknown'
  return status === 429 || status >= 500 ? 'temporary' : 'permanent'
}

const explains = (answer: unknown) => Boolean((answer as { error?: unknown } | null)?.error)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
