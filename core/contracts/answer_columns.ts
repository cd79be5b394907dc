import type { AnswerColumn } from './question.js'

/** Whether a column of an answer is the one that a question names, or a repetition of it. */
export const isColumn = (
  { key, repeated }: Pick<AnswerColumn, 'key' | 'repeated'>,
  named: string
): boolean => key === named || repeated?.column === named || key.startsWith(`${named}_`)
