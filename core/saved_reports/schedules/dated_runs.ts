import type { PeriodChoice } from '#core/contracts/period_choice'
import { type Dates, resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import type { Run } from '#core/saved_reports/schedules/next_runs'

/** The part of a schedule that says which days a report covers. */
export interface SchedulePeriod {
  period: PeriodChoice
  periodCount: number
}

/** A sending and the days that its report covers. */
export interface DatedRun extends Run, Dates {}

/**
 * The sendings with the days that each covers. Of several that closed days move to one moment, a report
 * whose days are all in another of that moment is left out; every other period is sent.
 *
 * @param runs ascending
 */
export function* datedRuns(
  { period, periodCount }: SchedulePeriod,
  runs: Iterable<Run>
): Generator<DatedRun, void> {
  let together: DatedRun[] = []
  for (const run of runs) {
    if (together.length && +together[0].dueAt !== +run.dueAt) {
      yield* notCovered(together)
      together = []
    }
    together.push({ ...run, ...resolvePeriod(period, { count: periodCount, on: run.on }) })
  }
  yield* notCovered(together)
}

const notCovered = (runs: readonly DatedRun[]) =>
  runs.filter((run, index) =>
    runs.every(
      (other, at) => at === index || !covers(other, run) || (covers(run, other) && at < index)
    )
  )

const covers = (outer: Dates, inner: Dates) => outer.from <= inner.from && outer.to >= inner.to
