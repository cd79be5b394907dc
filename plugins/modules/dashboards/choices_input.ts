import vine from '@vinejs/vine'
import {
  choicesOf,
  type BoardChoices,
  type BoardDocument,
  type TypedObjects,
} from '#core/contracts/board'
import { periodChoices } from '#core/contracts/period_choice'
import { wrongDocument } from './errors.js'

/** What a reader chooses on a board: another period, groups, objects. */
export const choicesInput = {
  period: vine.enum(periodChoices).optional(),
  count: vine.number().withoutDecimals().range([1, 9131]).optional(),
  groups: vine.string().maxLength(8000).optional(),
  objects: vine.string().maxLength(16_000).optional(),
}

interface Chosen {
  period?: (typeof periodChoices)[number] | undefined
  count?: number | undefined
  groups?: string | undefined
  objects?: string | undefined
}

/** A board’s choices, in place of which stands what its reader chose. */
export function narrowed(document: BoardDocument, chosen: Chosen): BoardChoices {
  const choices = choicesOf(document)
  const { period, count, groups, objects } = chosen
  return {
    ...choices,
    ...(period && {
      period: { ...choices.period, choice: period, ...(count !== undefined && { count }) },
    }),
    ...(groups && { groups: namesIn(groups, 'groups') }),
    ...(objects && { objects: typedIn(objects) }),
  }
}

function parsed(text: string, field: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrongDocument(field, 'it must be JSON.')
  }
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function namesIn(text: string, field: string): string[] {
  const value = parsed(text, field)
  if (!isNames(value)) throw wrongDocument(field, 'it must be a list of names.')
  return value
}

function typedIn(text: string): TypedObjects {
  const value = parsed(text, 'objects') as Partial<TypedObjects> | null
  const { source, objectType, objects } = value ?? {}
  if (typeof source !== 'string' || typeof objectType !== 'string' || !isNames(objects)) {
    throw wrongDocument('objects', 'it must have source, objectType and objects.')
  }
  return { source, objectType, objects }
}
