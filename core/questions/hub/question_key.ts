import { createHash } from 'node:crypto'
import type { ObjectChoice, Question } from '#core/contracts/question'
import type { Reader } from '#core/permissions/reader'
import { rightsOf } from '#core/questions/rights_of'

/** What an answer is kept under: whose it is, with which rights, and what was asked. */
export const questionKey = (question: Question, reader: Reader): string =>
  hashOf([reader.customerId, rightsOf(reader), canonical(question)])

/** A short text that is the same for the same content. */
export const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 32)

/** The same question, written the same: fields in order, and objects, whose order says nothing. */
export function canonical(question: Question): unknown {
  if (question.kind === 'usual') {
    return ordered({ ...question, of: canonical(question.of) })
  }
  const objects = 'objects' in question ? sortedChoice(question.objects) : undefined
  return ordered({ ...question, ...(objects !== undefined && { objects }) })
}

const sortedChoice = (choice: ObjectChoice | undefined) =>
  choice === undefined || choice === 'all' || typeof choice !== 'object'
    ? (choice ?? 'all')
    : {
        ...(Array.isArray(choice.objects) && { objects: [...choice.objects].sort() }),
        ...(Array.isArray(choice.groups) && { groups: [...choice.groups].sort() }),
      }

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)])
}
