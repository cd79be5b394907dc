import type { Answer, StateQuestion } from '#core/contracts/question'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { openingOf } from '#core/questions/opening_of'
import type { Asker } from '#core/questions/asker'
import { unknownState } from '#core/questions/errors'
import { listPoints } from '#core/reports/objects/list_points'

/** Whether the customer is open, or how old the figures of its sources are. */
export async function answerState({ what }: StateQuestion, asker: Asker): Promise<Answer> {
  switch (what) {
    case 'opening':
      return opening(asker)
    case 'collecting':
      return collecting(asker)
    default:
      throw unknownState(what)
  }
}

const stateAnswer = ({ now }: Asker) => ({
  asOf: now.toUTC().toISO()!,
  goodFor: null,
  from: 'facts' as const,
})

/** `nextChange` is null where it always stays so, `open` where nothing is said of opening hours. */
function opening(asker: Asker): Answer {
  const { open, nextChange, holiday } = openingOf(asker.customer, asker.now)
  return {
    ...stateAnswer(asker),
    columns: [
      { key: 'open', unit: 'state' },
      { key: 'nextChange', unit: 'time' },
      { key: 'holiday', unit: 'text' },
    ],
    rows: [],
    total: { open, nextChange: nextChange?.toUTC().toISO() ?? null, holiday },
  }
}

/** A row for each source, with when anything of it was collected last. */
async function collecting(asker: Asker): Promise<Answer> {
  const { customerId } = asker.reader
  const sources = await enabledSources(customerId)
  const rows = await Promise.all(
    sources.map(async (source) => {
      const points = await listPoints(customerId, source)
      const moments = points.flatMap(({ lastCollectedAt }) => lastCollectedAt?.getTime() ?? [])
      const last = moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : null
      return { source, collectedAt: last, points: points.length }
    })
  )
  return {
    ...stateAnswer(asker),
    columns: [
      { key: 'collectedAt', unit: 'since' },
      { key: 'points', unit: 'count' },
    ],
    rows,
    total: null,
  }
}
