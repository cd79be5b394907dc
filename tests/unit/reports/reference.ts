import { DateTime } from 'luxon'
import type { Column, Condition } from '#core/contracts/column'
import type { EventSchema, Field } from '#core/contracts/event'
import type { ReportType } from '#core/contracts/report_type'
import type { Row, Scalar } from '#core/contracts/scalar'
import type { ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { ReportQuery } from '#core/reports/report_query'

/**
 * A report worked out slowly and plainly from the events themselves, one event and one minute at a
 * time. It shares no code with the product, which is compared with it.
 */
export interface ReferenceEvent {
  event: string
  key: string
  point: number
  at: Date
  fields: Row
}

export interface ReferenceInput {
  type: ReportType
  query: ReportQuery
  events: readonly ReferenceEvent[]
  objects: readonly ReportObject[]
  allowed: ReadonlySet<number> | null
  personalFields: boolean
  customer: {
    zone: string
    serviceLevel: string
    shortAbandonSeconds: number
    holidays: readonly { date: string }[]
    openingHours: Partial<Record<string, { from: string; to: string }[]>>
  }
  asOf: Date
}

interface Fact {
  event: EventSchema
  name: string
  source: ReferenceEvent
  object: ReportObject
  date: string
  minute: number
  inPeriod: boolean
}

interface Piece {
  fact: Fact
  seconds: number
}

/** What falls into one row. */
interface Cell {
  began: Fact[]
  /** Of those that began: spans that go on where another of the same did. */
  goesOn: Set<Fact>
  pieces: Map<Fact, number>
  /** Of pieces of spans that are united: which span they are of. */
  whole: Map<Fact, string>
  open: Fact[]
}

const emptyCell = (): Cell => ({
  began: [],
  goesOn: new Set(),
  pieces: new Map(),
  whole: new Map(),
  open: [],
})

/** What counts of a span in a row, in seconds. */
interface Stretch {
  from: number
  to: number
  goesOn: boolean
  whole: string
}

export interface ReferenceReport {
  columns: string[]
  rows: Row[]
  total: Row
}

export function reference(input: ReferenceInput): ReferenceReport {
  return new Reference(input).report()
}

class Reference {
  readonly visible: ReportObject[]
  readonly chosen: Set<ReportObject>
  readonly viaGroup = new Map<ReportObject, string[]>()
  readonly facts: Fact[]
  readonly asOf: number
  readonly values = new Map<string, (string | number | boolean | { other: unknown[] })[]>()

  constructor(readonly input: ReferenceInput) {
    const { type, query, objects, allowed } = input
    this.asOf = Math.floor(input.asOf.getTime() / 1000)
    this.visible = objects.filter(({ id }) => !allowed || allowed.has(id))
    const types = typesOf(Object.values(type.events)[0].fields[type.subject])
    const subjects = this.visible.filter(({ objectType }) => types.includes(objectType))
    this.chosen = new Set(
      subjects.filter((object) => {
        const all = object.groups.map(({ name }) => name)
        if (query.objects === 'all' || query.objects.includes(this.address(object))) {
          this.viaGroup.set(object, all)
          return true
        }
        const some = all.filter((name) => query.groups?.includes(name))
        this.viaGroup.set(object, some)
        return some.length > 0
      })
    )
    this.facts = this.read()
  }

  report(): ReferenceReport {
    const { type, query } = this.input
    const breakdown = query.breakdown ? type.breakdown : undefined
    const cells = new Map<string, Cell>()
    const total = emptyCell()
    const cellOf = (key: Row) => {
      const text = JSON.stringify(key)
      if (!cells.has(text)) cells.set(text, emptyCell())
      return cells.get(text)!
    }
    const keysOf = (fact: Fact): Row[] => {
      if (breakdown && !(breakdown in fact.event.fields)) return []
      const part: Row = breakdown ? { part: this.partOf(fact, breakdown) } : {}
      return this.subjectsOf(fact.object).map((subject) => ({ ...subject, ...part }))
    }
    /** Every row, whatever its interval, with the facts in it, and the total. */
    const rowFacts = new Map<string, Fact[]>([['total', this.facts]])
    for (const fact of this.facts) {
      for (const key of keysOf(fact)) {
        const text = JSON.stringify(key)
        rowFacts.set(text, [...(rowFacts.get(text) ?? []), fact])
      }
    }
    const ends = this.rowEnds()
    for (const [text, facts] of rowFacts) {
      const cellAt = (interval: string) =>
        text === 'total' ? total : cellOf({ interval, ...(JSON.parse(text) as Row) })
      for (const [fact, { from, to, goesOn, whole }] of this.united(facts, this.asOf)) {
        if (fact.inPeriod) {
          const cell = cellAt(this.interval(fact.date, fact.minute))
          cell.began.push(fact)
          if (goesOn) cell.goesOn.add(fact)
        }
        if (!fact.event.spans) continue
        for (const [interval, seconds] of this.overlaps(fact, from, to)) {
          const { pieces, whole: wholes } = cellAt(interval)
          pieces.set(fact, (pieces.get(fact) ?? 0) + seconds)
          wholes.set(fact, whole)
        }
      }
      for (const [fact, { from, to, goesOn }] of this.united(facts, Infinity)) {
        if (!fact.event.spans) continue
        const lasts = (end: number) => (from < end || (goesOn && from === end)) && to > end
        for (const [interval, end] of ends.get(this.zoneOf(fact))!) {
          if ((interval === 'total') !== (text === 'total')) continue
          if (lasts(end)) cellAt(interval).open.push(fact)
        }
      }
    }

    const columns = this.columns()
    const lengths = this.lengths()
    // What only columns that nobody asked for need does not make a row.
    const needs = this.needs(columns.map(([, key]) => key))
    for (const [key, cell] of cells) {
      const there =
        cell.began.some(({ name }) => needs.has(`began ${name}`)) ||
        [...cell.pieces.keys()].some(({ name }) => needs.has(`pieces ${name}`)) ||
        cell.open.some(({ name }) => needs.has(`open ${name}`))
      if (!there) cells.delete(key)
    }
    this.addEmpty(cells, breakdown)
    const make = (cell: Cell, length: number, isPart: boolean): Row =>
      Object.fromEntries(
        columns.map(([key, declared, repetition]) => [
          key,
          this.value(declared, repetition, cell, length, isPart ? breakdown : undefined),
        ])
      )
    const rows = [...cells].map(([text, cell]) => {
      const key = JSON.parse(text) as Row
      return { ...key, ...make(cell, lengths.get(String(key.interval)) ?? 0, true) }
    })
    return {
      columns: columns.map(([key]) => key),
      rows: rows.sort((a, b) => this.compare(a, b)),
      total: make(total, lengths.get('total') ?? 0, false),
    }
  }

  // ── Whose and when ─────────────────────────────────────────────────────────────────────────────

  read(): Fact[] {
    const { type, events } = this.input
    const points = new Set([...this.chosen].map(({ pointId }) => pointId))
    return Object.entries(type.events).flatMap(([name, declared]) => {
      const event = this.asRead(name, declared)
      return events
        .filter((one) => one.event === event.key && points.has(one.point))
        .flatMap((one) => {
          const object = this.owner(one, event.fields[type.subject], one.fields[type.subject])
          if (!object || !this.chosen.has(object)) return []
          const where = type.where?.[name] as Condition | undefined
          if (where && !this.meets(one, event, where)) return []
          const local = localOf(Math.floor(one.at.getTime() / 60_000), object.zone)
          const fact = { event, name, source: one, object, ...local }
          return [{ ...fact, inPeriod: this.counts(local.date, local.minute) }]
        })
    })
  }

  /** An event as this report reads it: perhaps as a span, though it happens at a moment. */
  asRead(name: string, event: EventSchema): EventSchema {
    const spans = (this.input.type.spans as Record<string, { seconds: string }> | undefined)?.[name]
    return spans ? { ...event, spans: spans.seconds } : event
  }

  /** Whose an identifier was when the event came. */
  owner(one: ReferenceEvent, field: Field, raw: Scalar): ReportObject | undefined {
    if (raw === null || raw === undefined || raw === '') return undefined
    const types = typesOf(field)
    const spelled = (object: ReportObject, identifier: string) =>
      types.length > 1 ? `${object.objectType}:${identifier}` : identifier
    const there = this.input.objects.filter(
      ({ pointId, objectType }) => pointId === one.point && types.includes(objectType)
    )
    const claims = there.flatMap((object) =>
      object.aliases
        .filter(
          ({ identifier, from, to }) =>
            spelled(object, identifier) === raw && (!from || from <= one.at) && (!to || one.at < to)
        )
        .map(({ from }) => ({ object, from: from?.getTime() ?? -Infinity }))
    )
    claims.sort((a, b) =>
      a.from === b.from ? a.object.id - b.object.id : a.from < b.from ? 1 : -1
    )
    return claims[0]?.object ?? there.find((object) => spelled(object, object.identifier) === raw)
  }

  address(object: ReportObject) {
    const first = this.input.objects.find(
      ({ objectType, identifier }) =>
        objectType === object.objectType && identifier === object.identifier
    )
    return first === object ? object.identifier : `${object.pointName}:${object.identifier}`
  }

  subjectsOf(object: ReportObject): Row[] {
    const groups: (string | null)[] = [...this.viaGroup.get(object)!]
    if (groups.length === 0) groups.push(null)
    switch (this.input.query.grouping) {
      case 'total':
        return [{}]
      case 'object':
        return [{ object: this.address(object) }]
      case 'group':
        return groups.map((group) => ({ group }))
      case 'groupAndObject':
        return groups.map((group) => ({ group, object: this.address(object) }))
    }
  }

  partOf({ source, event }: Fact, name: string): string | null {
    const field = event.fields[name]
    const raw = source.fields[name] ?? null
    if (raw === null) return null
    if (field.type !== 'object') return String(raw)
    const object = this.owner(source, field, raw)
    return object && this.visible.includes(object) ? this.address(object) : 'other'
  }

  counts(date: string, minute: number) {
    const { period } = this.input.query
    const text = clockText(minute)
    return (
      text >= period.fromTime &&
      text < period.toTime &&
      this.day(date).counts &&
      this.isOpen(date, text)
    )
  }

  interval(date: string, minute: number): string {
    const { interval, intervalMinutes } = this.input.query
    return interval === 'timeOfDay'
      ? clockText(minute - (minute % intervalMinutes))
      : this.day(date).interval
  }

  readonly #days = new Map<string, { counts: boolean; interval: string }>()
  day(date: string) {
    let day = this.#days.get(date)
    if (!day) this.#days.set(date, (day = this.judge(date)))
    return day
  }

  judge(date: string) {
    const { period, interval } = this.input.query
    const day = DateTime.fromISO(date, { zone: 'utc' })
    const dates = [...(period.dates ?? [])].sort()
    const listed = dates.length ? dates.includes(date) : date >= period.from && date <= period.to
    const formats: Record<string, string> = {
      weekday: 'c',
      date: 'yyyy-MM-dd',
      week: "kkkk-'W'WW",
      month: 'MM',
      quarter: "yyyy-'Q'q",
      year: 'yyyy',
      yearMonth: 'yyyy-MM',
    }
    const stretch = dates.length
      ? `${dates[0]}/${dates[dates.length - 1]}`
      : `${period.from}/${period.to}`
    return {
      counts: listed && period.weekdays.includes(day.weekday) && !this.closed(date),
      interval: interval === 'period' ? stretch : day.toFormat(formats[interval] ?? ''),
    }
  }

  closed(date: string) {
    const { customer, query } = this.input
    if (query.period.holidays === 'leftOut' && customer.holidays.some((one) => one.date === date)) {
      return true
    }
    const { fromTime, toTime } = query.period
    const minutes = Array.from({ length: 1440 }, (_, minute) => clockText(minute))
    return !minutes.some((text) => text >= fromTime && text < toTime && this.isOpen(date, text))
  }

  isOpen(date: string, text: string) {
    const { customer, query } = this.input
    if (query.period.hours !== 'open') return true
    const hours = customer.openingHours[DateTime.fromISO(date).weekday] ?? []
    return hours.some(({ from, to }) => text >= from && text < to)
  }

  zoneOf(fact: Fact) {
    return fact.object.zone
  }

  // ── Time ───────────────────────────────────────────────────────────────────────────────────────

  /** Every minute of the period in a zone: UTC minute and the interval it belongs to. */
  minutes(zone: string): Map<number, string> {
    const { period } = this.input.query
    const dates = period.dates?.length ? [...period.dates].sort() : [period.from, period.to]
    const from = DateTime.fromISO(dates[0], { zone }).toMillis() / 60_000
    const to =
      DateTime.fromISO(dates[dates.length - 1], { zone })
        .plus({ days: 1 })
        .toMillis() / 60_000
    const found = new Map<number, string>()
    for (let minute = from; minute < to; minute++) {
      const local = localOf(minute, zone)
      if (this.counts(local.date, local.minute)) {
        found.set(minute, this.interval(local.date, local.minute))
      }
    }
    return found
  }

  readonly #minutes = new Map<string, Map<number, string>>()
  minutesOf(zone: string) {
    if (!this.#minutes.has(zone)) this.#minutes.set(zone, this.minutes(zone))
    return this.#minutes.get(zone)!
  }

  span({ name, source, event }: Fact, lasting: number): [number, number] {
    const after = (this.input.type.spans as Record<string, { after?: string }> | undefined)?.[name]
      ?.after
    const from =
      Math.floor(source.at.getTime() / 1000) + Number((after && source.fields[after]) ?? 0)
    const seconds = source.fields[event.spans!]
    const to = seconds === null ? Math.max(lasting, from) : from + Number(seconds)
    return [from, to]
  }

  /**
   * What of each fact counts in a row: all of it, unless an overlapping span of the same begins before.
   * Those of which nothing is left are not there.
   */
  united(facts: readonly Fact[], lasting: number): Map<Fact, Stretch> {
    const found = new Map<Fact, Stretch>()
    for (const some of Map.groupBy(facts, (fact) => this.sameAs(fact)).values()) {
      const spans = some
        .map((fact) => {
          const at = Math.floor(fact.source.at.getTime() / 1000)
          const [from, to] = fact.event.spans ? this.span(fact, lasting) : [at, at]
          return { fact, key: fact.source.key, from, to }
        })
        .sort(
          (a, b) =>
            a.from - b.from ||
            (a.to === b.to ? Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) : b.to - a.to)
        )
      let whole = ''
      spans.forEach(({ fact, key, from, to }, index) => {
        const earlier = spans.slice(0, index)
        const goesOn = earlier.some((other) => other.to > from || other.from === from)
        if (!goesOn) whole = `${fact.source.point} ${key}`
        const start = Math.max(from, ...earlier.map((other) => other.to))
        if (goesOn && start >= to) return
        found.set(fact, { from: start, to, goesOn, whole })
      })
    }
    return found
  }

  sameAs(fact: Fact): string {
    const { event, name, source } = fact
    const alone = `${name} ${source.point} ${source.key}`
    const by = this.unitedBy(fact)
    if (!by) return alone
    const same = by.map((field) => this.identity(fact, field)[0] ?? null)
    const somebody = by.every(
      (field, index) => event.fields[field].type !== 'object' || same[index] !== null
    )
    return somebody ? JSON.stringify([name, source.point, ...same]) : alone
  }

  unitedBy = ({ name, event }: Fact): readonly string[] | undefined =>
    (this.input.type.unitedBy as Record<string, readonly string[]> | undefined)?.[name] ??
    event.unitedBy

  /** Seconds of a span in each interval of the period. */
  overlaps(fact: Fact, from: number, to: number): Map<string, number> {
    const found = new Map<string, number>()
    const minutes = this.minutesOf(this.zoneOf(fact))
    for (let minute = Math.floor(from / 60); minute * 60 < to; minute++) {
      const interval = minutes.get(minute)
      if (interval === undefined) continue
      const seconds = Math.min(to, minute * 60 + 60) - Math.max(from, minute * 60)
      if (seconds > 0) found.set(interval, (found.get(interval) ?? 0) + seconds)
    }
    return found
  }

  rowEnds(): Map<string, Map<string, number>> {
    const zones = new Set([...this.chosen].map(({ zone }) => zone))
    return new Map(
      [...zones].map((zone) => {
        const ends = new Map<string, number>()
        for (const [minute, interval] of this.minutesOf(zone)) {
          const end = Math.min(minute * 60 + 60, this.asOf)
          if (minute * 60 >= this.asOf) continue
          ends.set(interval, Math.max(ends.get(interval) ?? 0, end))
          ends.set('total', Math.max(ends.get('total') ?? 0, end))
        }
        return [zone, ends]
      })
    )
  }

  lengths(): Map<string, number> {
    const first = [...this.chosen].sort((a, b) => a.pointId - b.pointId)[0]
    const lengths = new Map<string, number>()
    for (const [minute, interval] of this.minutesOf(first?.zone ?? this.input.customer.zone)) {
      const seconds = Math.min(this.asOf, minute * 60 + 60) - minute * 60
      if (seconds <= 0) continue
      lengths.set(interval, (lengths.get(interval) ?? 0) + seconds)
      lengths.set('total', (lengths.get('total') ?? 0) + seconds)
    }
    return lengths
  }

  // ── Rows ───────────────────────────────────────────────────────────────────────────────────────

  addEmpty(cells: Map<string, Cell>, breakdown: string | undefined) {
    const { query } = this.input
    const byObject = query.grouping === 'object' || query.grouping === 'groupAndObject'
    if (!(query.emptyRows ?? !(byObject || breakdown))) return
    const found = [...cells.keys()].map((text) => JSON.parse(text) as Row)
    const intervals = this.possible()
    const subjects = new Map<string, Row>()
    for (const object of this.chosen) {
      for (const subject of this.subjectsOf(object)) {
        const used = found.some((row) => row.object === subject.object)
        if (byObject && object.removed && !used) continue
        subjects.set(JSON.stringify(subject), subject)
      }
    }
    if (query.grouping === 'total') subjects.set('{}', {})
    for (const subject of subjects.values()) {
      const own = found.filter(
        (row) => row.object === subject.object && row.group === subject.group
      )
      const parts = own.length ? new Set(own.map(({ part }) => part)) : new Set([null])
      for (const interval of intervals) {
        for (const part of breakdown ? parts : [undefined]) {
          const key = JSON.stringify({ interval, ...subject, ...(breakdown ? { part } : {}) })
          if (!cells.has(key)) cells.set(key, emptyCell())
        }
      }
    }
  }

  /** Intervals by the calendar alone: every minute of every day that counts, whatever the clock did. */
  possible(): Set<string> {
    const { period } = this.input.query
    const found = new Set<string>()
    const dates = period.dates?.length ? period.dates : [...days(period.from, period.to)]
    for (const date of dates) {
      for (let minute = 0; minute < 1440; minute++) {
        if (this.counts(date, minute)) found.add(this.interval(date, minute))
      }
    }
    return found
  }

  compare(a: Row, b: Row): number {
    const { compare } = new Intl.Collator(this.input.query.locale, { numeric: true })
    const named = (row: Row) =>
      this.visible.find((object) => this.address(object) === row.object && this.chosen.has(object))
    const order = (x: string | number, y: string | number) => (x < y ? -1 : x > y ? 1 : 0)
    const objects = () => {
      const [x, y] = [named(a), named(b)]
      return x && y ? compare(x.name, y.name) || x.id - y.id : 0
    }
    return (
      order(String(a.interval), String(b.interval)) ||
      Number(a.group === null) - Number(b.group === null) ||
      compare(String(a.group ?? ''), String(b.group ?? '')) ||
      objects() ||
      0
    )
  }

  // ── Columns ────────────────────────────────────────────────────────────────────────────────────

  columns(): [string, string, Repetition?][] {
    const { type, query } = this.input
    const keys =
      query.columns === 'all'
        ? Object.keys(type.columns).filter((key) => !type.columns[key].hidden)
        : query.columns
    return keys.flatMap((key) =>
      this.repetitions(type.columns[key]).map((repetition): [string, string, Repetition?] =>
        repetition ? [`${key}_${repetition.suffix}`, key, repetition] : [key, key]
      )
    )
  }

  repetitions({ per }: Column): (Repetition | undefined)[] {
    const { type, query } = this.input
    if (!per) return [undefined]
    if ('field' in per) return this.valuesOf(per.field)
    const name = 'limits' in per ? per.limits : per.bands
    const asked = query.parameters[name] ?? type.parameters![name].default
    const edges = [...new Set(asked)].sort((a, b) => a - b)
    if ('limits' in per) return edges.map((to) => ({ suffix: `${to}`, from: 0, to }))
    return edges.map((to, index) => {
      const from = index ? edges[index - 1] + 1 : 0
      return { suffix: `${from}_${to}`, from, to }
    })
  }

  /** The values of a field by how often they are there, over all columns that are repeated by it. */
  valuesOf(name: string): Repetition[] {
    const { type } = this.input
    const counts = new Map<Scalar, number>()
    const order = new Map<Scalar, string>()
    let more = false
    for (const [event, schema] of Object.entries(type.events)) {
      const columns = Object.values(type.columns).filter(
        ({ per, of, value }) =>
          per &&
          'field' in per &&
          per.field === name &&
          (of ?? Object.keys(type.events)[0]) === event &&
          !('ratio' in value || 'percent' in value)
      )
      if (columns.length === 0) continue
      const lasting = columns.some(
        ({ value }) => schema.spans && 'sum' in value && value.sum === schema.spans
      )
      const united = this.united(this.facts, this.asOf)
      for (const fact of this.facts) {
        if (fact.name !== event) continue
        if (!(lasting ? united.has(fact) && this.touches(fact) : fact.inPeriod)) continue
        const asked = columns.some(
          ({ value }) =>
            !('where' in value) ||
            !value.where ||
            this.meets(fact.source, schema, value.where as Condition)
        )
        const raw = fact.source.fields[name] ?? null
        if (!asked || raw === null) continue
        const field = schema.fields[name]
        if (field.type !== 'object') {
          counts.set(raw, (counts.get(raw) ?? 0) + 1)
          continue
        }
        const object = this.owner(fact.source, field, raw)
        if (!object || !this.visible.includes(object)) more = true
        else {
          const address = this.address(object)
          counts.set(address, (counts.get(address) ?? 0) + 1)
          order.set(address, object.name)
        }
      }
    }
    const nameOf = (value: Scalar) => order.get(value) ?? String(value)
    const sorted = [...counts]
      .sort(
        ([a, m], [b, n]) => n - m || Buffer.compare(Buffer.from(nameOf(a)), Buffer.from(nameOf(b)))
      )
      .map(([value]) => value)
    const top = sorted.slice(0, 50)
    const taken = new Set(['other'])
    const repetitions: Repetition[] = top.map((value) => {
      const text = String(value)
      // Two values that would be written alike: the second is written in hex, as far as it must.
      const ways = [
        simple(text),
        simple(text.replaceAll('_', '\0')).replaceAll('_00', '_5f'),
        hex(text),
      ]
      const suffix = ways.find((way) => !taken.has(way))!
      taken.add(suffix)
      return { suffix, value: { field: name, is: value } }
    })
    if (more || sorted.length > 50) {
      repetitions.push({ suffix: 'other', value: { field: name, notAmong: top } })
    }
    return repetitions
  }

  /** Whether a span lasts at some time between the beginning of the period and its end. */
  touches(fact: Fact): boolean {
    const { period } = this.input.query
    const zone = this.zoneOf(fact)
    const counted = (
      period.dates?.length ? [...period.dates].sort() : [...days(period.from, period.to)]
    ).filter(
      (date) => period.weekdays.includes(DateTime.fromISO(date).weekday) && !this.closed(date)
    )
    if (counted.length === 0) return false
    const begin = DateTime.fromISO(counted[0], { zone }).toSeconds()
    const end = DateTime.fromISO(counted[counted.length - 1], { zone })
      .plus({ days: 1 })
      .toSeconds()
    const [from, to] = this.span(fact, this.asOf)
    return from < end && (to > begin || from === begin)
  }

  value(
    key: string,
    repetition: Repetition | undefined,
    cell: Cell,
    length: number,
    breakdown: string | undefined
  ): Scalar {
    const { type } = this.input
    const column = type.columns[key]
    const { value } = column
    const of = (other: string) => {
      const same = JSON.stringify(type.columns[other].per) === JSON.stringify(column.per)
      return this.value(other, same ? repetition : undefined, cell, length, breakdown)
    }
    if ('length' in value) return length
    if ('plus' in value) {
      const known = value.plus.map(of).filter((one) => one !== null)
      if (known.length === 0) return null
      return known.some((one) => typeof one === 'string')
        ? decimalText(known.reduce<bigint>((sum, one) => sum + decimal(one), 0n))
        : known.reduce<number>((sum, one) => sum + Number(one), 0)
    }
    if ('minus' in value) {
      const [a, b] = value.minus.map(of)
      if (a === null || b === null) return null
      return typeof a === 'string' || typeof b === 'string'
        ? decimalText(decimal(a) - decimal(b))
        : Number(a) - Number(b)
    }
    if ('percent' in value) return divided(of(value.percent[0]), of(value.percent[1]), 100)
    if ('ratio' in value) return divided(of(value.ratio[0]), of(value.ratio[1]), value.times ?? 1)
    const name = column.of ?? Object.keys(type.events)[0]
    const event = this.asRead(name, type.events[name])
    if (breakdown && !(breakdown in event.fields)) return null
    if ('serviceLevel' in value)
      return this.serviceLevel(value.serviceLevel, repetition!.to!, cell, name)

    const meets = (fact: Fact) =>
      fact.name === name &&
      (!value.where || this.meets(fact.source, event, value.where, repetition)) &&
      (!repetition?.value || this.holds(fact, repetition.value))
    if ('open' in value) return cell.open.filter(meets).length
    const began = cell.began.filter((fact) => meets(fact) && !cell.goesOn.has(fact))
    if ('count' in value) return began.length
    const pieces: Piece[] = [...cell.pieces]
      .map(([fact, seconds]) => ({ fact, seconds }))
      .filter(({ fact }) => meets(fact))
    if ('distinct' in value) {
      const facts = event.spans ? pieces.map(({ fact }) => fact) : began
      return new Set(facts.flatMap((fact) => this.identity(fact, value.distinct))).size
    }
    const field =
      'sum' in value
        ? value.sum
        : 'mean' in value
          ? value.mean
          : 'longest' in value
            ? value.longest
            : undefined
    if (field !== undefined) {
      const byPiece = field === event.spans
      const values = byPiece
        ? this.wholes(cell, pieces)
        : began.map(({ source }) => source.fields[field] ?? null).filter((one) => one !== null)
      return this.summary(value, event.fields[field], values)
    }
    if ('percentile' in value) {
      const values = this.sorted(event.fields[value.percentile], began, value.percentile)
      if (values.length === 0) return null
      const rank = Math.max(1, Math.ceil((value.at * values.length) / 100))
      return values[rank - 1]
    }
    const wanted = 'first' in value ? value.first : (value as { last: string }).last
    const known = cell.began
      .filter(meets)
      .filter(({ source }) => (source.fields[wanted] ?? null) !== null)
      .sort(
        (a, b) =>
          a.source.at.getTime() - b.source.at.getTime() ||
          Buffer.compare(Buffer.from(a.source.key), Buffer.from(b.source.key)) ||
          a.source.point - b.source.point
      )
    const found = 'first' in value ? known[0] : known[known.length - 1]
    return found ? this.shown(found, wanted) : null
  }

  /** The lengths of spans in a row: those that are one have one. */
  wholes({ whole }: Cell, pieces: readonly Piece[]): Scalar[] {
    const lengths = new Map<string, number>()
    for (const { fact, seconds } of pieces) {
      const span = whole.get(fact)!
      lengths.set(span, (lengths.get(span) ?? 0) + seconds)
    }
    return [...lengths.values()]
  }

  summary(value: Column['value'], field: Field, values: Scalar[]): Scalar {
    const decimals = field.type === 'decimal'
    if ('sum' in value) {
      return decimals
        ? decimalText(values.reduce<bigint>((sum, one) => sum + decimal(one), 0n))
        : values.reduce<number>((sum, one) => sum + Number(one), 0)
    }
    if (values.length === 0) return null
    if ('mean' in value) {
      return values.reduce<number>((sum, one) => sum + Number(one), 0) / values.length
    }
    if (field.type === 'time') {
      return this.moment(Math.max(...values.map((one) => Date.parse(String(one)))))
    }
    return decimals
      ? decimalText(values.map(decimal).reduce((a, b) => (a > b ? a : b)))
      : Math.max(...values.map(Number))
  }

  sorted(field: Field, facts: readonly Fact[], name: string): Scalar[] {
    const values = facts
      .map(({ source }) => source.fields[name] ?? null)
      .filter((one) => one !== null)
    if (field.type === 'decimal') {
      return values
        .map(decimal)
        .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        .map(decimalText)
    }
    return values.map(Number).sort((a, b) => a - b)
  }

  identity({ source, event }: Fact, name: string): string[] {
    const field = event.fields[name]
    const raw = source.fields[name] ?? null
    if (raw === null) return []
    if (field.type === 'object') {
      const object = this.owner(source, field, raw)
      return [object ? `object ${object.id}` : `${source.point} ${raw}`]
    }
    return [name === event.call ? `${source.point} ${raw}` : String(raw)]
  }

  shown({ source, event }: Fact, name: string): Scalar {
    const field = event.fields[name]
    const raw = source.fields[name]
    switch (field.type) {
      case 'object': {
        const object = this.owner(source, field, raw)
        return object && this.visible.includes(object) ? object.name : 'Other'
      }
      case 'choice':
        return field.choices[String(raw)] ?? String(raw)
      case 'flag':
        return raw ? 'Yes' : 'No'
      case 'time':
        return this.moment(Date.parse(String(raw)))
      case 'decimal':
        return decimalText(decimal(raw))
      case 'seconds':
      case 'number':
        return Number(raw)
      default:
        if (!field.personal || this.input.personalFields) return String(raw)
        return `${String(raw).slice(0, 5)}${'*'.repeat(String(raw).length - 7)}${String(raw).slice(-2)}`
    }
  }

  moment(at: number): string {
    const first = [...this.chosen].sort((a, b) => a.pointId - b.pointId)[0]
    const zone = first?.zone ?? this.input.customer.zone
    return DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true })!
  }

  serviceLevel(
    {
      wait,
      answered,
      abandoned,
      other,
    }: { wait: string; answered: Condition; abandoned: Condition; other?: Condition },
    limit: number,
    { began, goesOn }: Cell,
    name: string
  ): number | null {
    const facts = began.filter((fact) => fact.name === name && !goesOn.has(fact))
    const those = (condition: Condition | undefined) =>
      condition ? facts.filter((fact) => this.meets(fact.source, fact.event, condition)) : []
    const waited = (some: Fact[], most: number) =>
      some.filter(
        ({ source }) => source.fields[wait] !== null && Number(source.fields[wait]) <= most
      ).length
    const a = those(answered)
    const b = those(abandoned)
    const f = those(other).length
    const met = waited(a, limit)
    const short = waited(b, this.input.customer.shortAbandonSeconds)
    const early = waited(b, limit)
    const formula = this.input.query.serviceLevel ?? this.input.customer.serviceLevel
    const [over, under] = {
      withForwarded: [met, a.length + b.length + f],
      answeredOnly: [met, a.length],
      withoutForwarded: [met, a.length + b.length],
      shortAbandonsLeftOut: [met, a.length + f + b.length - short],
      abandonedWithinMet: [met + early, a.length + b.length + f],
      abandonedWithinLeftOut: [met, a.length + f + b.length - early],
    }[formula]!
    return divided(over, under, 100)
  }

  holds({ source, event }: Fact, value: NonNullable<Repetition['value']>): boolean {
    const field = event.fields[value.field]
    const raw = source.fields[value.field] ?? null
    if (raw === null) return false
    let own: Scalar = raw
    if (field.type === 'object') {
      const object = this.owner(source, field, raw)
      own = object && this.visible.includes(object) ? this.address(object) : null
    }
    return 'is' in value ? own === value.is : !value.notAmong.includes(own)
  }

  meets(
    one: ReferenceEvent,
    event: EventSchema,
    condition: Condition,
    repetition?: Repetition
  ): boolean {
    if ('not' in condition) return !this.meets(one, event, condition.not, repetition)
    if ('every' in condition) {
      return condition.every.every((each) => this.meets(one, event, each, repetition))
    }
    if ('some' in condition) {
      return condition.some.some((each) => this.meets(one, event, each, repetition))
    }
    const raw = one.fields[condition.field] ?? null
    if ('is' in condition) {
      const wanted = Array.isArray(condition.is) ? condition.is : [condition.is]
      return wanted.includes(raw)
    }
    if (raw === null) return false
    if ('contains' in condition) {
      return String(raw).toLowerCase().includes(condition.contains.toLowerCase())
    }
    const edge = (bound: number | 'from' | 'to' | undefined) =>
      bound === 'from' || bound === 'to' ? repetition?.[bound] : bound
    const [from, to] = [edge(condition.from), edge(condition.to)]
    return (from === undefined || Number(raw) >= from) && (to === undefined || Number(raw) <= to)
  }

  /** Which facts the chosen columns read, and on what basis. */
  needs(keys: readonly string[]): Set<string> {
    const { type } = this.input
    const found = new Set<string>()
    const add = (key: string) => {
      const column = type.columns[key]
      const { value } = column
      if ('plus' in value) return value.plus.forEach(add)
      if ('minus' in value) return value.minus.forEach(add)
      if ('percent' in value) return value.percent.forEach(add)
      if ('ratio' in value) return value.ratio.forEach(add)
      if ('length' in value) return
      const name = column.of ?? Object.keys(type.events)[0]
      const { spans } = this.asRead(name, type.events[name])
      const onPieces =
        'distinct' in value ||
        (['sum', 'mean', 'longest'] as const).some(
          (word) => word in value && (value as Record<string, unknown>)[word] === spans
        )
      const basis = 'open' in value ? 'open' : spans && onPieces ? 'pieces' : 'began'
      // A column that is repeated for no value at all reads nothing.
      if (this.repetitions(column).length > 0) found.add(`${basis} ${name}`)
    }
    keys.forEach(add)
    return found
  }
}

interface Repetition {
  suffix: string
  from?: number
  to?: number
  value?: { field: string } & ({ is: Scalar } | { notAmong: Scalar[] })
}

const typesOf = (field: Field): readonly string[] =>
  field.type !== 'object'
    ? []
    : typeof field.objectType === 'string'
      ? [field.objectType]
      : field.objectType

const clocks = Array.from(
  { length: 1441 },
  (_, minute) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
)
const clockText = (minute: number) => clocks[minute]

function* days(from: string, to: string) {
  for (
    let day = DateTime.fromISO(from, { zone: 'utc' });
    day.toISODate()! <= to;
    day = day.plus({ days: 1 })
  ) {
    yield day.toISODate()!
  }
}

const known = new Map<string, Map<number, { date: string; minute: number }>>()
/** The local clock in a minute of UTC. */
function localOf(utcMinute: number, zone: string) {
  if (!known.has(zone)) known.set(zone, new Map())
  let local = known.get(zone)!.get(utcMinute)
  if (!local) {
    const at = DateTime.fromMillis(utcMinute * 60_000, { zone })
    local = { date: at.toISODate()!, minute: at.hour * 60 + at.minute }
    known.get(zone)!.set(utcMinute, local)
  }
  return local
}

const divided = (a: Scalar, b: Scalar, times: number) =>
  a === null || b === null || Number(b) === 0 ? null : (Number(a) / Number(b)) * times

/** In billionths. */
function decimal(value: Scalar): bigint {
  const [whole, part = ''] = String(value).split('.')
  const digits = BigInt(`${whole.replace('-', '') || '0'}${part.padEnd(9, '0')}`)
  return whole.startsWith('-') ? -digits : digits
}

function decimalText(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(10, '0')
  const text = `${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, '')
  return value < 0n ? `-${text}` : text
}

const hex = (text: string) =>
  Array.from(
    new TextEncoder().encode(text),
    (byte) => `_${byte.toString(16).padStart(2, '0')}`
  ).join('')

const simple = (text: string) => text.replace(/[^A-Za-z0-9_]/gu, hex)
