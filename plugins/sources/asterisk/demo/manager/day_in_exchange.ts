import type { DayLine } from '../queue_day.js'
import type { Exchange } from './exchange.js'

/** Something that happens, and the second since 1970 at which it does. */
export interface PlannedLine {
  second: number
  happen: () => void
}

/** Lets the lines of a queue_log happen in an exchange, with what the log does not say: telephones that ring. */
export class DayInExchange {
  constructor(private readonly exchange: Exchange) {}

  /** What is to happen on a day, in order. */
  planned(lines: readonly DayLine[], midnight: number): PlannedLine[] {
    const all = lines.flatMap((line, index) => {
      const second = midnight + line.at
      const wrapUp = lines[index + 1] && wrapUpOf(line, lines[index + 1]!)
      const happens = { second, happen: () => this.#happen(line.text, wrapUp ?? 0) }
      const rang = rangFor(line.text)
      if (!rang) return [happens]
      const rings = () => void this.exchange.rings(rang.agent, true)
      return [{ second: second - rang.seconds, happen: rings }, happens]
    })
    return all.sort((one, other) => one.second - other.second)
  }

  #happen(text: string, wrapUp: number) {
    const [, call, queue, agent, verb, first = '', second = ''] = text.split('|') as [
      string,
      string,
      string,
      string,
      string,
      string?,
      string?,
    ]
    const { exchange } = this
    const isMember = exchange.has(queue, agent)
    switch (verb) {
      case 'ADDMEMBER':
        return isMember || exchange.add(queue, agent, agent)
      case 'REMOVEMEMBER':
        return isMember && exchange.remove(queue, agent)
      case 'PAUSE':
      case 'UNPAUSE':
        return isMember && exchange.pause(queue, agent, first, verb === 'PAUSE')
      case 'ENTERQUEUE':
        return exchange.join(queue, call)
      case 'CONNECT':
        if (!exchange.waits(call)) return undefined
        // Who has logged off or paused at their desk takes no calls, whatever the log says.
        return exchange.takes(queue, agent)
          ? exchange.connect(queue, call, agent)
          : exchange.abandon(queue, call)
      case 'RINGNOANSWER':
      case 'RINGCANCELED':
        return exchange.rings(agent, false)
      case 'COMPLETEAGENT':
      case 'COMPLETECALLER':
        return isMember && exchange.complete(queue, call, agent, Number(second), wrapUp)
      case 'BLINDTRANSFER':
      case 'ATTENDEDTRANSFER':
        return isMember && exchange.complete(queue, call, agent, 0, wrapUp)
      case 'ABANDON':
      case 'EXITWITHKEY':
      case 'EXITWITHTIMEOUT':
        return exchange.waits(call) && exchange.abandon(queue, call)
      default:
        return undefined
    }
  }
}

/** Of whom the telephone rang before this line, and how long. */
function rangFor(text: string): { agent: string; seconds: number } | undefined {
  const [, , , agent, verb, first, , third] = text.split('|')
  if (verb === 'CONNECT') return { agent: agent!, seconds: Number(third) }
  if (verb !== 'RINGNOANSWER' && verb !== 'RINGCANCELED') return undefined
  return { agent: agent!, seconds: Number(first) / 1000 }
}

/** The wrap-up that the next line tells of the same call. */
function wrapUpOf(line: DayLine, next: DayLine): number {
  const [, call] = line.text.split('|')
  const [, other, , , verb, seconds] = next.text.split('|')
  return verb === 'WRAPUPSTART' && other === call ? Number(seconds) : 0
}
