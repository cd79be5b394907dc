import type { Answer, Question } from '#core/contracts/question'
import type { FactsChange } from '#core/facts/facts_changed'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'

/** Told when an answer has become another one. */
export type Told = (key: string) => void

/** What is known of one question of one customer, asked with the same rights. */
export interface AnswerSheet {
  readonly key: string
  readonly question: Question
  /** One of those who ask: all of them have the same rights. */
  reader: Reader
  /** The report type's source, whose facts make it old. */
  readonly source: string | undefined
  answer?: Answer
  /** The answer as JSON: the same text goes to everybody. */
  text?: string
  /** Grows with every answer of any question, so that it says which are newer. */
  changedAt: number
  /** Of the customer, when it was answered. */
  version?: string | undefined
  isOld: boolean
  answeredAt: number
  /** Milliseconds that it took. */
  cost: number
  /** When it becomes old by the clock alone. */
  oldAt: number
  running?: Promise<void>
  readonly watchers: Set<Told>
  /** When somebody last wanted it. */
  wantedAt: number
}

/** A question that nobody has answered yet. */
export const newSheet = (
  key: string,
  question: Question,
  reader: Reader,
  now: number
): AnswerSheet => ({
  key,
  question,
  reader,
  source: sourceOf(question),
  changedAt: 0,
  isOld: true,
  answeredAt: 0,
  cost: 0,
  oldAt: 0,
  watchers: new Set(),
  wantedAt: now,
})

function sourceOf(question: Question): string | undefined {
  if (question.kind === 'live') return question.source
  const report = question.kind === 'usual' ? question.of : question
  if (report.kind !== 'report') return undefined
  const known = registry()
    .reportTypes()
    .find(({ type }) => type.key === report.report)
  return known?.source.key
}

/** Whether these facts may have made the answer another one. What is usual is of days that are over. */
export const followsFacts = ({ reader, source, question }: AnswerSheet, change: FactsChange) =>
  reader.customerId === change.customerId && source === change.source && question.kind !== 'usual'
