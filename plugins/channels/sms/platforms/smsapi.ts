import { type Message, NotSent, type Taken } from '#core/contracts/channel'
import type { Row } from '#core/contracts/scalar'
import { alike, asNotSent, eachOf } from '../each_of.js'
import type { SmsPlatform } from '../platform.js'
import {
  type Answer,
  type Sent,
  askForm,
  askPath,
  invalidNumber,
  refusal,
} from './smsapi_answer.js'
import { bounced, confirmed, readReports } from './smsapi_reports.js'

const NAME = 'SMSAPI'
const AT_ONCE = 100

/** SMSAPI: `/sms.do`, with our id as `idx` so that the same message is never sent twice. */
export const smsapi: SmsPlatform = {
  async send(message, settings) {
    const { list = [] } = await askForm(settings, formOf([message], settings))
    return takenOf(list[0])
  },

  async sendMany(messages, settings) {
    const outcomes = new Map<string, Taken | NotSent>()
    const requests = alike(messages).flatMap((same) => blocksOf(same))
    await eachOf(requests, (block) => handOver(block, settings, outcomes))
    return outcomes
  },

  async status(references, settings) {
    const found = new Map<string, 'handed' | 'confirmed' | 'bounced'>()
    for (const some of blocksOf(references)) {
      const { list = [] } = await askForm(settings, { status: some.join('|') }, 'GET')
      for (const { id, status } of list) found.set(id, stage(String(status)))
    }
    return found
  },

  async cancel(references, settings) {
    const ended = new Set<string>()
    for (const some of blocksOf(references)) {
      const { list = [] } = await askForm(settings, { sch_del: some.join(',') })
      for (const { id, error } of list) if (!error) ended.add(id)
    }
    return ended
  },

  async account(settings) {
    const [profile, names] = await Promise.all([
      askPath<{ points?: number | string }>(settings, '/profile'),
      askPath<{ collection?: { sender: string; status: string }[] }>(settings, '/sms/sendernames'),
    ])
    return {
      balance: profile.points === undefined ? null : String(profile.points),
      unit: 'points',
      senders: (names.collection ?? []).map(({ sender, status }) => ({
        name: sender,
        usable: status === 'ACTIVE',
      })),
    }
  },

  calls: readReports,
}

const stage = (status: string) =>
  confirmed.has(status) ? 'confirmed' : bounced.has(status) ? 'bounced' : 'handed'

/** The messages have the same words and sender. */
function formOf(messages: readonly Message[], settings: Row): Record<string, string> {
  const { text, sender, callback } = messages[0]!
  return {
    to: messages.map(({ to }) => digitsOf(to)).join(','),
    message: text,
    from: sender ?? String(settings.sender ?? ''),
    encoding: 'utf-8',
    details: '1',
    idx: messages.map(({ id }) => id).join('|'),
    check_idx: '1',
    ...(callback && { notify_url: callback }),
  }
}

/**
 * Hands one request's messages over. Where the whole request is refused for what concerns one of them, each
 * is tried alone, so that one bad number stops no other; nothing was taken then.
 */
async function handOver(
  block: readonly Message[],
  settings: Row,
  outcomes: Map<string, Taken | NotSent>
): Promise<void> {
  try {
    const answer = await askForm(settings, formOf(block, settings))
    for (const message of block) outcomes.set(message.id, outcomeIn(answer, message))
  } catch (error) {
    const notSent = asNotSent(error)
    const isOfOne = notSent.bounced || isRepeat(notSent)
    if (block.length === 1 || !isOfOne) {
      for (const { id } of block) outcomes.set(id, notSent)
      return
    }
    for (const message of block) await handOver([message], settings, outcomes)
  }
}

/** The provider tells our id back; the number is what is left where it does not. */
function outcomeIn(
  { list = [], invalid_numbers: invalid = [] }: Answer,
  { id, to }: Message
): Taken | NotSent {
  const isTo = (number: unknown) => digitsOf(String(number ?? '')) === digitsOf(to)
  const left = invalid.find(({ submitted_number: number }) => isTo(number))
  if (left) return invalidNumber(left.message)
  const sent =
    list.find(({ idx }) => idx === id) ?? list.find(({ number, idx }) => !idx && isTo(number))
  try {
    return takenOf(sent)
  } catch (error) {
    return asNotSent(error)
  }
}

function takenOf(sent: Sent | undefined): Taken {
  if (!sent) throw new NotSent(`${NAME} named no message.`, 'unknown', true)
  if (sent.error) throw refusal(sent.error, 'the message was refused')
  const { id, parts, points } = sent
  return {
    reference: id,
    ...(parts !== undefined && { parts }),
    ...(points !== undefined && { price: String(points), unit: 'points' }),
  }
}

const isRepeat = ({ message }: NotSent) => message.startsWith(`${NAME} answered error 53:`)
const digitsOf = (number: string) => number.replaceAll(/\D/g, '')

const blocksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) =>
    items.slice(at * AT_ONCE, (at + 1) * AT_ONCE)
  )
