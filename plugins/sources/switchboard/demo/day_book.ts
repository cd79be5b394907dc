import type { DemoDay } from './calendar.js'
import { columns, type ColumnName } from '../format/columns.js'

/** One leg, in milliseconds after local midnight. What is left out is empty in the record. */
export interface Leg {
  call: string
  start: number
  answer?: number
  stop: number
  direction?: 'OUTGOING'
  type: string
  object: string
  organisation?: string
  caller: string
  called: string
  internal?: boolean
  via?: string
  forwardedFrom?: string
  result: string
  reason?: string
  forwardedTo?: string
  menuKey?: string
  transferred?: boolean
  callbackOf?: string
}

export interface StatusChange {
  at: number
  user: string
  group: string
  state: string
  reason?: string
}

/** Gathers what happened on a day, and writes it down in the order in which the platform would have. */
export class DayBook {
  private readonly entries: { at: number; line: string }[] = []
  private calls = 0
  private records = 0

  constructor(
    private readonly day: DemoDay,
    /** How much of the day has passed, in milliseconds. */
    private readonly passed: number
  ) {}

  newCall(): string {
    return `${this.day.date.replaceAll('-', '')}.${++this.calls}`
  }

  /** Writes a leg down once it has ended; one that has not by now is written as ongoing. @returns its record id. */
  leg(leg: Leg): string {
    const id = `${this.day.date.replaceAll('-', '')}-${++this.records}`
    if (leg.start > this.passed) return id
    const over = leg.stop <= this.passed
    const answered = leg.answer !== undefined && leg.answer <= this.passed
    this.write(over ? leg.stop : this.passed, {
      recordType: 'CallCdr',
      recordId: id,
      callId: leg.call,
      startTime: this.time(leg.start),
      answerTime: answered ? this.time(leg.answer!) : '',
      stopTime: over ? this.time(leg.stop) : '',
      direction: leg.direction ?? 'INCOMING',
      objectType: leg.type,
      objectId: leg.object,
      organisation: leg.organisation,
      caller: leg.caller,
      called: leg.called,
      internal: leg.internal ? 'true' : '',
      via: leg.via,
      forwardedFrom: leg.forwardedFrom,
      result: over ? leg.result : '',
      reason: over ? leg.reason : '',
      forwardedTo: over ? leg.forwardedTo : '',
      menuKey: over ? leg.menuKey : '',
      transferred: over && leg.transferred ? 'true' : '',
      callbackOf: leg.callbackOf,
    })
    return id
  }

  status({ at, user, group, state, reason }: StatusChange): void {
    if (at > this.passed) return
    this.write(at, {
      recordType: 'AgentCdr',
      startTime: this.time(at),
      objectType: 'user',
      objectId: user,
      group,
      state,
      pauseReason: reason,
    })
  }

  text(): string {
    return this.entries
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line)
      .join('')
  }

  private write(at: number, cells: Partial<Record<ColumnName, string>>): void {
    const line = columns.map((column) => (column === 'version' ? 'T1' : (cells[column] ?? '')))
    this.entries.push({ at, line: `${line.join(';')}\n` })
  }

  private time(moment: number): string {
    const local = new Date(this.day.midnight + moment + this.day.offsetMs).toISOString()
    return local.slice(0, -1) + this.day.offset
  }
}
