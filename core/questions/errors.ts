import { RequestError } from '#core/http/request_error'

const wrong = (code: string, field: string, message: string, allowed?: readonly string[]) =>
  new RequestError({ status: 422, code, message, field, ...(allowed && { allowed }) })

/** A kind of question that there is none of. */
export const unknownQuestion = (kind: unknown, kinds: readonly string[]) =>
  wrong(
    'E_UNKNOWN_QUESTION',
    'kind',
    `There is no question of the kind "${String(kind)}". There are: ${kinds.join(', ')}.`,
    kinds
  )

/** Days that are no choice, or a number of them that the choice does not take. */
export const noSuchPeriod = (choice: unknown, choices: readonly string[]) =>
  wrong(
    'E_PERIOD',
    'period.choice',
    `There is no period "${String(choice)}". There are: ${choices.join(', ')}.`,
    choices
  )

export const noSuchCount = (choice: string, most: number | undefined) =>
  wrong(
    'E_PERIOD',
    'period.count',
    most === undefined
      ? `The period "${choice}" takes no number.`
      : `The period "${choice}" takes a whole number from 1 to ${most}.`
  )

/** Only a day has a usual day to be compared with. */
export const noUsual = () =>
  wrong(
    'E_NO_USUAL',
    'of.period.choice',
    'Usual figures are of a day: choose the period today or yesterday.',
    ['today', 'yesterday']
  )

export const noSuchWeeks = () =>
  wrong('E_NO_USUAL', 'weeks', 'Usual figures are of the last 1 to 26 weeks.')

/** A state that there is none of. */
export const unknownState = (what: unknown) =>
  wrong(
    'E_UNKNOWN_QUESTION',
    'what',
    `There is no state "${String(what)}". There are: opening, collecting.`,
    ['opening', 'collecting']
  )

/** More questions than are kept up to date for one board, or for all that a customer watches. */
export const tooManyQuestions = (most: number) =>
  wrong('E_TOO_MANY_QUESTIONS', 'questions', `At most ${most} questions are answered at a time.`)

/** More streams than one person, link or customer may have open; none where the server stops. */
export const tooManyStreams = (most: number) =>
  new RequestError({
    status: most === 0 ? 503 : 429,
    code: 'E_TOO_MANY_STREAMS',
    message:
      most === 0
        ? 'The server stops. Ask again in a moment.'
        : `At most ${most} of these may be open at a time. Close some, or ask without "text/event-stream".`,
    retryAfterSeconds: most === 0 ? 2 : 30,
  })
