import { randomBytes } from 'node:crypto'
import { logFault } from '#core/facts/fault_log'
import { RequestError } from '#core/http/request_error'

/** E_FACTS_IN_USE: the folder belongs to one process at a time. */
export const factsInUse = (folder: string, owner: string) =>
  keptInside(
    { status: 503, code: 'E_FACTS_IN_USE' },
    `The facts in ${folder} are open in another process${owner}. Stop it, or let the running server do the work.`
  )

/** E_FACTS_NOT_OPENED: the folder or the server cannot be reached. */
export const factsNotOpened = (where: string, cause: unknown) =>
  keptInside(
    { status: 503, code: 'E_FACTS_NOT_OPENED' },
    `The facts at ${where} cannot be opened: ${textOf(cause)}`
  )

/** E_FACTS_CLOSED: asked after the store was closed, which happens while the server stops. */
export const factsClosed = () =>
  new RequestError({
    status: 503,
    code: 'E_FACTS_CLOSED',
    message: 'The facts are closed: the server is stopping.',
  })

/** E_FACTS_PARAMETER_MISSING: the SQL names a parameter that the question did not bring. */
export const parameterMissing = (name: string, given: readonly string[]) =>
  new RequestError({
    status: 500,
    code: 'E_FACTS_PARAMETER_MISSING',
    message: `The question binds no value to {${name}}. It binds: ${given.join(', ') || 'nothing'}.`,
    field: name,
    allowed: given,
  })

/** E_FACT_TABLE_DIFFERS: a field may be added to an event, never turned into something else. */
export const tableDiffers = (table: string, what: string, has: string, wants: string) =>
  new RequestError({
    status: 500,
    code: 'E_FACT_TABLE_DIFFERS',
    message: `${what} of ${table} is ${has} on disk, but the plugin now declares ${wants}. Give the changed field a new name, or the event a new key.`,
  })

/** E_UNKNOWN_EVENT: the source declares no such event. */
export const unknownEvent = (source: string, event: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_EVENT',
    message: `The source "${source}" has no event "${event}". It has: ${known.join(', ')}.`,
    field: 'event',
    allowed: known,
  })

const known: Record<
  string,
  { status: 422 | 503; code: string; message: string; retryAfterSeconds?: number }
> = {
  159: {
    status: 503,
    code: 'E_FACTS_TOO_SLOW',
    message: 'The question took too long and was ended. Ask for a shorter period or fewer objects.',
  },
  241: {
    status: 503,
    code: 'E_FACTS_TOO_LARGE',
    message: 'The question needs too much memory. Ask for a shorter period or fewer objects.',
  },
  243: {
    status: 503,
    code: 'E_FACTS_DISK_FULL',
    message:
      'The disk that the facts lie on is nearly full, so nothing more is written. Make room, or shorten how long facts are kept.',
    retryAfterSeconds: 300,
  },
  394: { status: 503, code: 'E_FACTS_ENDED', message: 'The question was ended before its answer.' },
}

/**
 * The engine's error as ours. The number is in the error's own code from a server, and only in the text
 * from chDB. What has no sentence here becomes E_FACTS_ENGINE with a number under which the log has the
 * engine's words.
 */
export function engineError(error: unknown): RequestError {
  if (error instanceof RequestError) return error
  const text = textOf(error)
  const said = /Code: (\d+)/.exec(text)?.[1] ?? (error as { code?: string })?.code ?? ''
  // Where the disk runs full in the middle of writing, the engine has other numbers.
  const number = /No space left on device|Disk quota exceeded/i.test(text) ? '243' : said
  const problem = known[number]
  if (problem) return Object.assign(new RequestError(problem), { cause: error })
  return keptInside(
    { status: 500, code: 'E_FACTS_ENGINE' },
    `The fact engine answered with error ${number || 'unknown'}: ${text}`,
    (sentence) => sentence
  )
}

/**
 * An error whose text names folders or what is stored: an answer has a sentence and a number to quote, and
 * the log has the text under that number. Its own `message`, for whoever starts the server, is `detail`
 * unless `told` makes it the sentence.
 */
function keptInside(
  problem: { status: 500 | 503; code: string },
  detail: string,
  told: (sentence: string) => string = () => detail
): RequestError {
  const number = randomBytes(4).toString('hex').toUpperCase()
  const sentence = `The figures cannot be reached because of a fault in their storage. Tell support the number ${number}.`
  logFault(number, `${problem.code} ${detail}`)
  const error = new RequestError({ ...problem, message: sentence })
  return Object.assign(error, { message: told(sentence) })
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
