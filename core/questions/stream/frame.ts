import { randomBytes } from 'node:crypto'
import type { AnswerSheet } from '#core/questions/hub/answer_sheet'
import { hashOf } from '#core/questions/hub/question_key'

/** Of this process: what another one has numbered says nothing here. */
const epoch = randomBytes(4).toString('hex')

/** What answers are sent of: the questions by name, and the revision of what asks them. */
export interface Shown {
  revision: string | number
  sheets: ReadonlyMap<string, AnswerSheet>
}

/** Says what is shown and with which rights: the same names may stand for other answers otherwise. */
export const stateOf = ({ revision, sheets }: Shown): string =>
  hashOf([String(revision), [...sheets].map(([name, { key }]) => [name, key])]).slice(0, 10)

/** The id of a frame, after which everything newer than the newest of its answers is new. */
export const frameId = (state: string, shown: Shown): string =>
  `${epoch}.${state}.${Math.max(0, ...[...shown.sheets.values()].map(({ changedAt }) => changedAt))}`

/** The names whose answers are newer than a frame; undefined where the frame is of something else. */
export function newerThan(
  id: string | undefined,
  state: string,
  shown: Shown
): string[] | undefined {
  const [of, as, number] = (id ?? '').split('.')
  if (of !== epoch || as !== state || !/^\d{1,15}$/.test(number ?? '')) return undefined
  return namesOf(shown, (sheet) => sheet.changedAt > Number(number))
}

/** Names whose answers are known, and such as are wanted. */
export const namesOf = ({ sheets }: Shown, wanted: (sheet: AnswerSheet) => boolean): string[] =>
  [...sheets].filter(([, sheet]) => sheet.text !== undefined && wanted(sheet)).map(([name]) => name)

/** What stands in every frame beside its answers, as the beginning of its JSON. */
export const frameHead = ({ revision }: Shown, now: Date, build: string): string =>
  JSON.stringify({ now: now.toISOString(), build, revision }).slice(0, -1)

/** The pieces of a frame's data. Texts of answers are those that everybody is sent. */
export function dataPieces(
  shown: Shown,
  names: readonly string[],
  { now, build, isPublic }: { now: Date; build: string; isPublic: boolean }
): string[] {
  const pieces = [`${frameHead(shown, now, build)},"answers":{`]
  for (const [index, name] of names.entries()) {
    const sheet = shown.sheets.get(name)!
    pieces.push(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`, textOf(sheet, isPublic))
  }
  pieces.push('}}')
  return pieces
}

/** What is wrong with a question is told to who may change it, and to nobody else. */
function textOf({ answer, text }: AnswerSheet, isPublic: boolean): string {
  if (!isPublic || !answer?.problem) return text!
  return JSON.stringify({ ...answer, problem: { code: 'E_NO_ANSWER', message: '' } })
}
