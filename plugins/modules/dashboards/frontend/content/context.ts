import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { ShowTools, ShownValue } from '#core/contracts/board_content'
import { duration } from '../duration.js'

/** What everything that is drawn on a board needs. */
export interface BoardContext {
  now: Ref<number>
  locale: string
  zone: string
  /** Pixels that a letter in a picture is wide; 7 unless said. */
  letter?: number
  /** Whether pages of others may stand on it: what the document’s own policy lets in. */
  framed?: boolean
  format: ShowTools['format']
  word(key: string, values?: Readonly<Record<string, string | number>>): string
}

const key: InjectionKey<BoardContext> = Symbol('board')

export const provideBoard = (context: BoardContext) => provide(key, context)

export function useBoard(): BoardContext {
  const context = inject(key)
  if (!context) throw new Error('Contents of widgets belong on a board')
  return context
}

/** Seconds since a moment; null where it is unknown. */
export function secondsSince(value: ShownValue['value'], now: number): number | null {
  if (typeof value !== 'string') return null
  const moment = Date.parse(value)
  return Number.isFinite(moment) ? Math.max(0, (now - moment) / 1000) : null
}

/** A figure as it is read now. */
export function useText() {
  const { now, format } = useBoard()
  return ({ value, unit }: ShownValue): string => {
    if (unit !== 'since') return format(value, unit)
    const seconds = secondsSince(value, now.value)
    return seconds === null ? '–' : duration(seconds)
  }
}
