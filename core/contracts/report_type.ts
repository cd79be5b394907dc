import type { Column, Condition } from './column.js'
import type { Events, FieldOf } from './event.js'

/** Asked of the reader before the report runs, such as the answer time limits 20, 40. */
export interface Parameter {
  label: string
  help?: string
  type: 'secondsList'
  default: readonly number[]
}

export interface Chart<C extends string = string> {
  kind: 'bars' | 'stack' | 'lines'
  columns: readonly C[]
  line?: C
}

/** A column whose total stands above every result, and which way it gets better; without `good` neither way is. */
export interface HeadlineColumn<C extends string = string> {
  column: C
  good?: 'up' | 'down'
}

export interface ReportType<E extends Events = Events, C extends string = string> {
  /** `<source>.<name>`, stable for ever. */
  key: string
  label: string
  description: string
  /** Offered among the basic reports too. */
  basic?: true
  events: E
  /**
   * A field of every event. The reader picks its objects and may see only those; objects of other
   * fields that are not the reader's are counted as `other`.
   */
  subject: FieldOf<NoInfer<E>>
  /** Any field each object may be broken down by; columns of an event without it are null there. */
  breakdown?: FieldOf<NoInfer<E>>
  /** False: rows are whole objects unless the reader asks for their parts. */
  breakdownByDefault?: boolean
  where?: { readonly [K in keyof E]?: Condition<keyof E[K]['fields'] & string> }
  /**
   * Events that this report reads as spans although they happen at a moment: `seconds` long, beginning
   * `after` seconds after that moment. So a call's conversation is a time of the agent's, spread over the
   * intervals that it touches: `spans: { busy: { seconds: 'talk', after: 'wait' } }`.
   */
  spans?: {
    readonly [K in keyof E]?: {
      seconds: keyof E[K]['fields'] & string
      after?: keyof E[K]['fields'] & string
    }
  }
  /**
   * By which fields overlapping spans are one in this report, where other than their event says. One
   * event may be read under two names: per queue, and `unitedBy: { busy: ['agent'] }` over all queues.
   */
  unitedBy?: { readonly [K in keyof E]?: readonly (keyof E[K]['fields'] & string)[] }
  parameters?: Record<string, Parameter>
  columns: {
    readonly [K in C]: Column<FieldOf<NoInfer<E>>, NoInfer<C>, keyof NoInfer<E> & string>
  }
  /**
   * The figures above every result, the most telling first, at most six. A column that is repeated per
   * limit stands there for the first of them. Where left out: the first columns of the first preset.
   */
  headline?: readonly HeadlineColumn<NoInfer<C>>[]
  presets: Record<string, readonly NoInfer<C>[]>
  charts: readonly Chart<NoInfer<C>>[]
  /** Fields of the first event shown, in order, in the call specification of this report. */
  specification: readonly FieldOf<NoInfer<E>>[]
  /** Who was missed and not reached later: the same `party` in an event that matches `reached`. */
  followUp?: {
    party: FieldOf<NoInfer<E>>
    missed: Condition<FieldOf<NoInfer<E>>>
    reached: Condition<FieldOf<NoInfer<E>>>
  }
}
