import { notADeliveryReport } from '#core/delivery/errors'

/** What a mail server says it did with a message (RFC 3464). */
export interface DeliveryReport {
  /** What the message may be called here: its envelope id, and what stands before the @ of its Message-ID. */
  ids: string[]
  outcomes: Outcome[]
}

interface Outcome {
  /** The address that it ended at, in small letters. */
  recipient: string
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded`. */
  action: string
  /** The server's words, or its status where it has none. */
  said: string
}

const PART = /^content-type:\s*message\/delivery-status\b.*$/im

/**
 * Reads a delivery report as it came. Throws `E_NOT_A_DELIVERY_REPORT`.
 *
 * Its fields stand there as they are: the format allows no encoding of that part.
 */
export function readDeliveryReport(source: string): DeliveryReport {
  const text = source.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]+/g, ' ')
  const begin = PART.exec(text)
  if (!begin) throw notADeliveryReport()
  // After the part's own headers; it ends at the next boundary.
  const body = text.slice(text.indexOf('\n\n', begin.index) + 2)
  const end = body.search(/^--/m)
  const [whole, ...each] = (end < 0 ? body : body.slice(0, end))
    .split(/\n\s*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.size)
  if (!whole || !each.length) throw notADeliveryReport()
  const envelope = whole.get('original-envelope-id')
  const original = /^message-id:\s*<([^@>]+)@/im.exec(end < 0 ? '' : body.slice(end))
  return {
    ids: [...(envelope ? [unescaped(envelope)] : []), ...(original ? [original[1]] : [])],
    outcomes: each.map((fields) => ({
      recipient: address(fields.get('original-recipient') ?? fields.get('final-recipient') ?? ''),
      action: (fields.get('action') ?? '').toLowerCase(),
      said: value(fields.get('diagnostic-code') ?? '') || (fields.get('status') ?? ''),
    })),
  }
}

const fieldsOf = (group: string) =>
  new Map(
    group.split('\n').flatMap((line): [string, string][] => {
      const [, name, field] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
      return name ? [[name.toLowerCase(), field]] : []
    })
  )

/** Without its kind, as `smtp; 550 No such user here`. */
const value = (field: string) => field.slice(field.indexOf(';') + 1).trim()
const address = (field: string) => value(field).replaceAll(/[<>]/g, '').toLowerCase()

/** As servers write what they were told (RFC 3461, xtext). */
const unescaped = (text: string) =>
  text.replaceAll(/\+([\dA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16))
  )
