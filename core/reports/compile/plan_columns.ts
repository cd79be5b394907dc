import type { Column, Condition, Measure as DeclaredMeasure } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import type { ChosenColumn } from '#core/reports/compile/choose_columns'
import type { Measure, MeasureWord } from '#core/reports/compile/measure'
import type { Repetition } from '#core/reports/compile/repetition'
import type { ServiceLevelFormula } from '#core/contracts/service_level'

/** How a column is worked out: from a measure, or from columns planned before it (by their place in the plan). */
export type Worth =
  | { measure: number }
  | { length: true }
  | { plus: readonly number[] }
  | { minus: readonly [number, number] }
  | { percent: readonly [number, number] }
  | { ratio: readonly [number, number]; times: number }
  | { serviceLevel: ServiceLevelCounts }

/** Measures by their place in the plan. */
export interface ServiceLevelCounts {
  formula: ServiceLevelFormula
  answered: number
  answeredWithin: number
  abandoned: number
  abandonedWithin: number
  abandonedShort: number
  other?: number
}

export interface PlannedColumn {
  key: string
  /** The key it was declared by. */
  declared: string
  column: Column
  repetition?: Repetition
  worth: Worth
}

export interface ColumnPlan {
  /** In an order in which each can be worked out from those before it. */
  columns: readonly PlannedColumn[]
  /** Which of them are shown, in order. */
  shown: readonly number[]
  /** Each once, however many columns need it. */
  measures: readonly Measure[]
}

export interface PlanInput {
  type: ReportType
  chosen: readonly ChosenColumn[]
  repetitions: (column: Column) => readonly Repetition[]
  formula: ServiceLevelFormula
  shortAbandonSeconds: number
}

/** Turns the declared columns that were chosen into columns to show and measures to read. */
export function planColumns(input: PlanInput): ColumnPlan {
  const plan = new Plan(input)
  const shown = input.chosen.flatMap(({ key, only }) =>
    plan.places(key).filter((place) => !only || plan.columns[place].key === only)
  )
  return { columns: plan.columns, shown: [...new Set(shown)], measures: plan.measures }
}

class Plan {
  readonly columns: PlannedColumn[] = []
  readonly measures: Measure[] = []
  readonly #places = new Map<string, number>()
  readonly #measures = new Map<string, number>()

  constructor(readonly input: PlanInput) {}

  /** Where a declared column stands: once, or once per repetition. */
  places(key: string): number[] {
    const column = this.input.type.columns[key]
    if (!column.per) return [this.#place(key)]
    return this.input.repetitions(column).map((repetition) => this.#place(key, repetition))
  }

  #place(declared: string, repetition?: Repetition): number {
    const key = repetition ? `${declared}_${repetition.suffix}` : declared
    const known = this.#places.get(key)
    if (known !== undefined) return known
    const column = this.input.type.columns[declared]
    const worth = this.#worth(column, repetition)
    const place = this.columns.push({ key, declared, column, repetition, worth }) - 1
    this.#places.set(key, place)
    return place
  }

  #worth(column: Column, repetition?: Repetition): Worth {
    const { value } = column
    if ('length' in value) return { length: true }
    if ('plus' in value)
      return { plus: value.plus.flatMap((key) => this.#met(key, column, repetition)) }
    if ('minus' in value) return { minus: this.#pair(value.minus, column, repetition) }
    if ('percent' in value) return { percent: this.#pair(value.percent, column, repetition) }
    if ('ratio' in value) {
      return { ratio: this.#pair(value.ratio, column, repetition), times: value.times ?? 1 }
    }
    if ('serviceLevel' in value) {
      return { serviceLevel: this.#serviceLevel(column, value.serviceLevel, repetition) }
    }
    return { measure: this.#measure(measureOf(value), column, repetition) }
  }

  /** Columns repeated by the same meet at the same repetition. */
  #met(key: string, by: Column, repetition?: Repetition): number[] {
    const column = this.input.type.columns[key]
    if (!column.per) return [this.#place(key)]
    const same = repetition && JSON.stringify(column.per) === JSON.stringify(by.per)
    return same ? [this.#place(key, repetition)] : this.places(key)
  }

  #pair([a, b]: readonly [string, string], by: Column, repetition?: Repetition): [number, number] {
    const places = [this.#met(a, by, repetition), this.#met(b, by, repetition)]
    if (places.some((each) => each.length !== 1)) {
      throw new Error(`"${a}" and "${b}" are repeated otherwise than what builds on them.`)
    }
    return [places[0][0], places[1][0]]
  }

  #serviceLevel(
    column: Column,
    {
      wait,
      answered,
      abandoned,
      other,
    }: {
      wait: string
      answered: Condition
      abandoned: Condition
      other?: Condition
    },
    repetition?: Repetition
  ): ServiceLevelCounts {
    const count = (where: Condition) => this.#measure({ word: 'count', where }, column, repetition)
    const within: Condition = { field: wait, to: 'to' }
    const short: Condition = { field: wait, to: this.input.shortAbandonSeconds }
    return {
      formula: this.input.formula,
      answered: count(answered),
      answeredWithin: count({ every: [answered, within] }),
      abandoned: count(abandoned),
      abandonedWithin: count({ every: [abandoned, within] }),
      abandonedShort: count({ every: [abandoned, short] }),
      ...(other ? { other: count(other) } : {}),
    }
  }

  #measure(declared: Omit<Measure, 'event'>, column: Column, repetition?: Repetition): number {
    const { type } = this.input
    const measure: Measure = {
      event: column.of ?? Object.keys(type.events)[0],
      ...declared,
      ...(declared.where ? { where: atEdges(declared.where, repetition) } : {}),
      ...(column.per && 'field' in column.per && repetition?.value
        ? { only: { field: column.per.field, value: repetition.value } }
        : {}),
    }
    const same = JSON.stringify(measure)
    const known = this.#measures.get(same)
    if (known !== undefined) return known
    const place = this.measures.push(measure) - 1
    this.#measures.set(same, place)
    return place
  }
}

function measureOf(value: DeclaredMeasure): Omit<Measure, 'event'> {
  const words: readonly MeasureWord[] = [
    'count',
    'open',
    'sum',
    'mean',
    'longest',
    'first',
    'last',
    'distinct',
    'percentile',
  ]
  const named = value as unknown as Partial<Record<MeasureWord, string>>
  const word = words.find((one) => one in value)!
  return {
    word,
    ...(word === 'count' || word === 'open' ? {} : { field: named[word] }),
    ...('at' in value ? { at: value.at } : {}),
    ...(value.where ? { where: value.where } : {}),
  }
}

/** Puts the edges of a limit or band where a condition says `from` or `to`. */
function atEdges(condition: Condition, repetition?: Repetition): Condition {
  if ('not' in condition) return { not: atEdges(condition.not, repetition) }
  if ('every' in condition) {
    return { every: condition.every.map((one) => atEdges(one, repetition)) }
  }
  if ('some' in condition) return { some: condition.some.map((one) => atEdges(one, repetition)) }
  if ('is' in condition || 'contains' in condition) return condition
  const edge = (bound: number | 'from' | 'to' | undefined) =>
    bound === 'from' || bound === 'to' ? repetition?.[bound] : bound
  return { field: condition.field, from: edge(condition.from), to: edge(condition.to) }
}
