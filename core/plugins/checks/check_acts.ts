import type { SourcePlugin } from '#core/contracts/source'
import { listed } from '#core/plugins/checks/sentence'

const known = ['logOn', 'logOff', 'pause', 'resume']

/** Whether the acts and the presence of a source name what it declares. */
export function checkActs(source: SourcePlugin): string[] {
  return [...actProblems(source), ...presenceProblems(source)]
}

function actProblems({ acts, objectTypes, pointSettings = {}, collector }: SourcePlugin): string[] {
  if (!acts) return []
  const types = Object.keys(objectTypes)
  const settings = Object.keys(pointSettings)
  return [
    ...[acts.person, acts.queue]
      .filter((type) => !types.includes(type))
      .map((type) => `acts: unknown object type "${type}". Allowed: ${listed(types)}.`),
    ...acts.needs
      .filter((name) => !settings.includes(name))
      .map((name) => `acts.needs: unknown setting "${name}". Allowed: ${listed(settings)}.`),
    ...Object.keys(acts.offers)
      .filter((name) => !known.includes(name))
      .map((name) => `acts.offers: unknown act "${name}". Allowed: ${listed(known)}.`),
    ...['act', 'holds']
      .filter((method) => !(method in collector.prototype))
      .map((method) => `acts: the collector has no "${method}", by which acts are done.`),
  ]
}

function presenceProblems({ presence, events, reportTypes }: SourcePlugin): string[] {
  if (!presence) return []
  const event = events.find(({ key }) => key === presence.event)
  if (!event) {
    const keys = events.map(({ key }) => key)
    return [`presence: unknown event "${presence.event}". Allowed: ${listed(keys)}.`]
  }
  const fields = Object.keys(event.fields)
  const named = [presence.person, presence.state, ...(presence.reason ? [presence.reason] : [])]
  const state = event.fields[presence.state]
  const states = state?.type === 'choice' ? Object.keys(state.choices) : []
  const report = presence.day && reportTypes.find(({ key }) => key === presence.day!.report)
  const columns = Object.keys(report?.columns ?? {})
  return [
    ...named
      .filter((field) => !fields.includes(field))
      .map((field) => `presence: unknown field "${field}". Allowed: ${listed(fields)}.`),
    ...[presence.loggedOn, presence.paused]
      .filter((value) => !states.includes(value))
      .map((value) => `presence: unknown state "${value}". Allowed: ${listed(states)}.`),
    ...(event.spans ? [] : ['presence: its event must be a span.']),
    ...(presence.day && !report ? [`presence.day: unknown report "${presence.day.report}".`] : []),
    ...(report ? presence.day!.columns : [])
      .filter((column) => !columns.includes(column))
      .map((column) => `presence.day: unknown column "${column}". Allowed: ${listed(columns)}.`),
  ]
}
