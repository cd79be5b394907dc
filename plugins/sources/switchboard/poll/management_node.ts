import type { CollectionPoint, Tools } from '#core/contracts/collector'

/** A management node as a collection point's settings say. */
export interface ManagementNode {
  address: URL
  ticket: string
  timeout: number
}

/** @throws a sentence, where the settings are missing or wrong. */
export function managementNode({ settings }: CollectionPoint): ManagementNode {
  const address = text(settings.address)
  const ticket = text(settings.ticket)
  if (address === '') throw new Error('The setting "Address of the management node" is empty.')
  if (ticket === '') throw new Error('The setting "System ticket" is empty.')
  const url = URL.parse(address.endsWith('/') ? address : `${address}/`)
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(
      `The setting "Address of the management node" should be like https://mn.example.com; it is "${address}".`
    )
  }
  const seconds = Number(settings.timeoutSeconds ?? 120)
  return { address: url, ticket, timeout: seconds > 0 ? seconds : 120 }
}

/** Whether a point names a node at all. */
export const isAsked = ({ settings }: CollectionPoint) => text(settings.address) !== ''

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** The records of a day, as the node answers them. */
export interface DayAnswer {
  body: AsyncIterable<Uint8Array>
  /** Whether the answer tells where it ends, so that one that broke off is known. */
  framed: boolean
}

/**
 * Asks for the records of one local day.
 *
 * @param day `2026-01-31`.
 * @throws a sentence that an administrator can act on; the ticket is in none.
 */
export async function fetchDay(
  tools: Tools,
  node: ManagementNode,
  day: string,
  signal: AbortSignal
): Promise<DayAnswer> {
  const [year, month, date] = day.split('-')
  const url = new URL('api/admin/cdrs', node.address)
  url.search = new URLSearchParams({
    year: year!,
    month: month!,
    date: date!,
    t: node.ticket,
  }).toString()
  const timeout = AbortSignal.timeout(node.timeout * 1000)
  const failed = (error: unknown, begun: boolean) =>
    failure(error, { node, day, signal, timeout, begun })
  let answer: Response
  try {
    // A redirect would hand the ticket to another address.
    answer = await tools.fetch(url, {
      signal: AbortSignal.any([signal, timeout]),
      redirect: 'manual',
    })
  } catch (error) {
    throw failed(error, false)
  }
  if (!answer.ok || isPage(answer)) {
    await answer.body?.cancel()
    throw new Error(refusal(answer, node, day))
  }
  return { body: withSentences(answer, failed), framed: isFramed(answer) }
}

const isPage = (answer: Response) =>
  (answer.headers.get('content-type') ?? '').toLowerCase().startsWith('text/html')

const isFramed = ({ headers }: Response) =>
  headers.has('content-length') || (headers.get('transfer-encoding') ?? '').includes('chunked')

async function* withSentences(
  answer: Response,
  failed: (error: unknown, begun: boolean) => Error
): AsyncGenerator<Uint8Array> {
  if (!answer.body) return
  try {
    for await (const chunk of answer.body) yield chunk
  } catch (error) {
    throw failed(error, true)
  }
}

function refusal(answer: Response, node: ManagementNode, day: string): string {
  const who = `The management node at ${node.address.host}`
  const { status } = answer
  if (status === 401 || status === 403) {
    return `${who} refused the system ticket (${status}). Check the setting "System ticket".`
  }
  if (status >= 300 && status < 400) {
    return `${who} points to another address (${status}). Enter the final address in the setting "Address of the management node".`
  }
  if (status === 404) {
    return `${who} knows no call records under ${node.address.pathname}api/admin/cdrs (404). Check the setting "Address of the management node".`
  }
  if (answer.ok)
    return `${who} answered with a web page instead of call records. Check the address.`
  return `${who} answered ${status} when asked for the records of ${day}. The day is asked for again next time.`
}

interface Attempt {
  node: ManagementNode
  day: string
  signal: AbortSignal
  timeout: AbortSignal
  begun: boolean
}

// What `fetch` threw may hold the whole address, and with it the ticket: it is not handed on as a cause.
function failure(error: unknown, { node, day, signal, timeout, begun }: Attempt): Error {
  const who = `The management node at ${node.address.host}`
  const again = 'The day is asked for again next time.'
  if (signal.aborted) return new Error('Fetching call records was stopped.')
  if (timeout.aborted) {
    return new Error(
      `${who} did not hand over the records of ${day} within ${node.timeout} seconds. ${again}`
    )
  }
  if (begun) {
    return new Error(`${who} broke off while it handed over the records of ${day}. ${again}`)
  }
  return new Error(`${who} cannot be reached: ${reasonOf(error)}.`)
}

/** `fetch` says only "fetch failed"; what failed is the last of its causes. */
function reasonOf(error: unknown): string {
  let last = error
  while (last instanceof Error && last.cause instanceof Error) last = last.cause
  const message = last instanceof Error ? last.message || last.name : String(last)
  return message.replace(/\.$/, '').replaceAll(/([?&]t=)[^&\s]+/g, '$1…')
}
