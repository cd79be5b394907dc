import type { CallbackRequest, Called, ReportedState } from '#core/contracts/channel_callback'

/** Delivery statuses that end a message, by number and by name; every other is on its way. */
export const confirmed = new Set(['404', 'DELIVERED'])
export const bounced = new Set(
  '401 NOT_FOUND 402 EXPIRED 405 UNDELIVERED 406 FAILED 407 REJECTED 412 STOP'.split(' ')
)

const states: Readonly<Record<string, ReportedState>> = {
  401: 'undelivered',
  402: 'expired',
  403: 'sent',
  404: 'delivered',
  405: 'undelivered',
  406: 'undelivered',
  407: 'rejected',
  408: 'unknown',
  409: 'sent',
  410: 'sent',
  411: 'sent',
  412: 'rejected',
  NOT_FOUND: 'undelivered',
  EXPIRED: 'expired',
  SENT: 'sent',
  DELIVERED: 'delivered',
  UNDELIVERED: 'undelivered',
  FAILED: 'undelivered',
  REJECTED: 'rejected',
  UNKNOWN: 'unknown',
  QUEUE: 'sent',
  ACCEPTED: 'sent',
  RENEWAL: 'sent',
  STOP: 'rejected',
}

/**
 * A delivery report: one to five messages in one request, each value a list that commas divide. A reply
 * has `sms_from` and `sms_text`. The provider repeats whatever is not answered `OK`.
 */
export function readReports({ query, body }: CallbackRequest): Called {
  const values = { ...query, ...body } as Readonly<Record<string, unknown>>
  const answer = { status: 200, body: 'OK' }
  const incoming = incomingOf(values)
  if (incoming.length) return { reports: [], incoming, answer }
  const list = (name: string) => String(values[name] ?? '').split(',')
  const [references, statuses, moments, own] = ['MsgId', 'status', 'donedate', 'idx'].map(list)
  const reports = references!.flatMap((reference, at) => {
    if (!reference) return []
    const code = statuses![at] ?? ''
    const seconds = Number(moments![at])
    const message = own![at]
    return [
      {
        reference,
        state: states[code.toUpperCase()] ?? ('unknown' as const),
        code,
        ...(seconds > 0 && { at: new Date(seconds * 1000) }),
        ...(message && { message }),
      },
    ]
  })
  return { reports, incoming, answer }
}

function incomingOf(values: Readonly<Record<string, unknown>>): Called['incoming'] {
  const { sms_from: from, sms_to: to = '', sms_text: text, sms_date: date } = values
  if (typeof from !== 'string' || typeof text !== 'string') return []
  const seconds = Number(date)
  return [
    {
      reference: String(values.MsgId ?? ''),
      from: from.startsWith('+') ? from : `+${from}`,
      to: String(to),
      text,
      ...(seconds > 0 && { at: new Date(seconds * 1000) }),
    },
  ]
}
