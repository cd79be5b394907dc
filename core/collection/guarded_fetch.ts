import { addressRefused } from '#core/collection/errors'
import type { Json } from '#core/contracts/scalar'

const TIMEOUT_MS = 120_000
const MOST_BYTES = 200 * 1024 * 1024
const MOST_REDIRECTS = 3

/**
 * The `fetch` that collectors are given. It goes to hosts that an operator named in the settings, in an
 * address or by name, and nowhere else; a private address is reached when the settings name it. Only
 * http and https; redirects are followed within the host; an answer ends after two minutes or 200 MB.
 *
 * @throws E_ADDRESS_REFUSED for any other address.
 */
export function guardedFetch(settings: Readonly<Record<string, Json>>): typeof fetch {
  const hosts = namedHosts(settings)
  return async (input, init) => {
    let request = new Request(input, init)
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)])
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      demandNamed(request.url, hosts)
      const response = await fetch(request, { signal, redirect: 'manual' }).catch(
        (error: unknown) => {
          throw noAnswer(request.url, error)
        }
      )
      const next = redirectOf(request, response)
      if (!next) return limited(response)
      await response.body?.cancel()
      request = next
    }
    throw new Error(`${request.url} redirects without end.`)
  }
}

/** Hosts, with port where one is given, that settings name: whole addresses, or a host name alone. */
export function namedHosts(settings: Readonly<Record<string, Json>>): string[] {
  const hosts = Object.values(settings).flatMap((value) => {
    if (typeof value !== 'string') return []
    const address = /^https?:\/\//i.test(value) ? value : `http://${value}`
    const isName = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(value)
    return (address === value || isName) && URL.canParse(address) ? [new URL(address).host] : []
  })
  return [...new Set(hosts)]
}

function demandNamed(address: string, hosts: readonly string[]) {
  const url = new URL(address)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  // A host named without a port is that host on any port.
  const isNamed = hosts.includes(url.host) || hosts.includes(url.hostname)
  if (!isWeb || !isNamed) throw addressRefused(url.origin, hosts)
}

/** What the platform's `fetch` says is "fetch failed"; why is in its cause. */
function noAnswer(address: string, error: unknown) {
  const { message, cause } = error as Error
  const reason = cause instanceof Error ? cause.message : message
  return new Error(`${new URL(address).origin} does not answer: ${reason}`, { cause: error })
}

function redirectOf(request: Request, response: Response): Request | undefined {
  const location = response.headers.get('location')
  if (response.status < 300 || response.status >= 400 || !location) return undefined
  const url = new URL(location, request.url)
  if (url.host !== new URL(request.url).host) {
    throw new Error(`${request.url} sends elsewhere, to ${url.host}, which is not followed.`)
  }
  if (request.method !== 'GET') throw new Error(`${request.url} redirects a ${request.method}.`)
  return new Request(url, { headers: request.headers })
}

/** The answer, cut off with an error where it grows too large. */
function limited(response: Response): Response {
  if (!response.body) return response
  let bytes = 0
  const body = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.length
        if (bytes > MOST_BYTES) controller.error(new Error('The answer is larger than 200 MB.'))
        else controller.enqueue(chunk)
      },
    })
  )
  const { status, statusText, headers } = response
  return new Response(body, { status, statusText, headers })
}
