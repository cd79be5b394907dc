import type { ReportType } from '#core/contracts/report_type'
import { checkCondition } from '#core/plugins/checks/check_condition'
import { inReport } from '#core/plugins/checks/sentence'

/** Whether `followUp` names a party, and conditions that some event of the report with that party can answer. */
export function checkFollowUp(type: ReportType): string[] {
  if (!type.followUp) return []
  const { party, missed, reached } = type.followUp
  const at = `${inReport(type.key)}, followUp`
  const events = Object.values(type.events).filter((event) => Object.hasOwn(event.fields, party))
  if (events.length === 0) return [`${at}: the party "${party}" is no field of its events.`]
  const odd = events.find(
    (event) => !['phone', 'text', 'object'].includes(event.fields[party]!.type)
  )
  if (odd) {
    return [
      `${at}: the party "${party}" must be of type phone, text or object, not ${odd.fields[party]!.type}.`,
    ]
  }
  return [missed, reached].flatMap((condition) => {
    const answers = events.map((event) => checkCondition(condition, { at, event }))
    return answers.some((problems) => problems.length === 0) ? [] : answers[0]!
  })
}
