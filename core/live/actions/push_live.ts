import type { LiveFigure, LiveRow } from '#core/contracts/live'
import { wrongLiveValue } from '#core/live/errors'
import { chosenFigures, figuresOfType, liveSource } from '#core/live/live_figures'
import { takePush } from '#core/live/push_pace'
import { liveStore } from '#core/live/live_store'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'

/** What is told of a collection point's objects, as the request has it. */
export interface LivePush {
  at?: Date | undefined
  goodFor: number
  whole?: boolean | undefined
  objects: readonly {
    type: string
    identifier: string
    values: Readonly<Record<string, unknown>> | null
  }[]
}

/** A clock that is ahead of ours tells nothing of what is to come. */
const MOST_AHEAD_MS = 5000
const LONGEST_TEXT = 200
const MOST_OF_LIST = 2000

/**
 * Takes up what is told of a point's objects.
 *
 * @throws E_NO_LIVE_FIGURE naming the value that is wrong, E_TOO_MANY_REQUESTS; then nothing is taken
 */
export async function pushLive(point: CollectionPoint, push: LivePush): Promise<number> {
  const source = await liveSource(point.customerId, point.source)
  const objects = push.objects.map(({ type, identifier, values }, at) => {
    const figures = figuresOfType(source, type)
    if (values === null) return { objectType: type, identifier, values }
    const row: Record<string, LiveRow[string]> = {}
    const given = chosenFigures(figures, Object.keys(values))
    for (const [key, figure] of Object.entries(given)) {
      row[key] = checked(key, figure, values[key], `objects.${at}.values.${key}`)
    }
    return { objectType: type, identifier, values: row }
  })
  const now = Date.now()
  takePush(point.id, now)
  const said = push.at?.getTime() ?? now
  const moment = new Date(said > now + MOST_AHEAD_MS ? now : Math.min(said, now))
  const place = { id: point.id, customerId: point.customerId, source: point.source }
  const { goodFor, whole } = push
  liveStore.take(
    place,
    { at: moment, goodFor, objects, ...(whole && { whole: true as const }) },
    'pushed'
  )
  return objects.length
}

function checked(key: string, figure: LiveFigure, value: unknown, field: string): LiveRow[string] {
  if (value === null) return null
  const fits = wantedOf(figure).find(({ is }) => is(value))
  if (!fits) {
    const wanted = wantedOf(figure).map(({ said }) => said)
    throw wrongLiveValue(key, wanted.join(' or '), field)
  }
  return figure.unit === 'since' ? new Date(value as string).toISOString() : (value as string)
}

function wantedOf({
  unit,
  sum,
  states,
}: LiveFigure): { is(value: unknown): boolean; said: string }[] {
  const number = { is: (value: unknown) => isCount(value), said: 'a number from 0' }
  if (unit === 'since') return [{ is: isMoment, said: 'a moment as ISO 8601 with offset' }]
  if (unit === 'state' && states) {
    const known = Object.keys(states)
    return [
      {
        is: (value) => typeof value === 'string' && known.includes(value),
        said: `one of ${known.join(', ')}`,
      },
    ]
  }
  if (unit === 'text' || unit === 'state') return [{ is: isText, said: 'a text' }]
  if (sum !== 'distinct') return [number]
  return [number, { is: isList, said: 'a list of who' }]
}

const isCount = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0
const isText = (value: unknown) => typeof value === 'string' && value.length <= LONGEST_TEXT
const isList = (value: unknown) =>
  Array.isArray(value) && value.length <= MOST_OF_LIST && value.every(isText)
const isMoment = (value: unknown) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))
