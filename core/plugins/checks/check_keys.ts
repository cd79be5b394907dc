import type { EventSchema } from '#core/contracts/event'
import type { Plugin } from '#core/contracts/plugin'
import type { SourcePlugin } from '#core/contracts/source'
import { inReport, listed, repeatedIn } from '#core/plugins/checks/sentence'

const pluginKey = /^[a-z][a-z0-9_]*$/
const name = /^[a-z][A-Za-z0-9]*$/

/** Keys of a row of a report that say which row it is: no column may be called so. */
export const reservedColumnKeys = [
  'interval',
  'intervalLabel',
  'group',
  'groupName',
  'object',
  'objectName',
  'part',
  'partName',
] as const

/** Whether every key is written as its kind is, and none stands twice in this plugin. */
export function checkKeys(plugin: Plugin): string[] {
  const problems = pluginKey.test(plugin.key)
    ? []
    : [`The key "${plugin.key}" must be lower case letters, digits and _, such as "my_platform".`]
  return plugin.kind === 'source' ? [...problems, ...sourceKeys(plugin)] : problems
}

function sourceKeys(plugin: SourcePlugin): string[] {
  const events = plugin.events.map((event) => event.key)
  const reports = plugin.reportTypes.map((type) => type.key)
  return [
    ...names('Object type', Object.keys(plugin.objectTypes)),
    ...names('Event', events),
    ...plugin.events.flatMap((event) =>
      names(`Event "${event.key}", field`, Object.keys(event.fields))
    ),
    ...plugin.events.flatMap(specificationKeys),
    ...names('Live value', Object.keys(plugin.live ?? {})),
    ...repeatedIn(events).map((key) => `There are several events "${key}".`),
    ...repeatedIn(reports).map((key) => `There are several reports "${key}".`),
    ...plugin.reportTypes.flatMap((type) => [
      ...reportKey(plugin.key, type.key),
      ...names(`${inReport(type.key)}, column`, Object.keys(type.columns)),
      ...names(`${inReport(type.key)}, parameter`, Object.keys(type.parameters ?? {})),
      ...names(`${inReport(type.key)}, preset`, Object.keys(type.presets)),
      ...reservedColumnKeys
        .filter((key) => Object.hasOwn(type.columns, key))
        .map(
          (key) =>
            `${inReport(type.key)}: no column can be called "${key}". Rows have these keys already: ${listed(reservedColumnKeys)}.`
        ),
    ]),
  ]
}

/**
 * A call specification has `at`, calls what joins the legs `call`, and writes what has a key and a name
 * in two columns, `queue` and `queueName`, `outcome` and `outcomeLabel`.
 */
function specificationKeys(event: EventSchema): string[] {
  const fields = Object.entries(event.fields)
  const taken = new Map<string, string>([['at', 'the moment of each event']])
  if (event.call !== undefined && event.call !== 'call') {
    taken.set('call', `"${event.call}", which joins the legs of a call`)
  }
  for (const [key, { type }] of fields) {
    if (type === 'object') taken.set(`${key}Name`, `the name of "${key}"`)
    if (type === 'choice' || type === 'flag') taken.set(`${key}Label`, `the label of "${key}"`)
  }
  return fields
    .filter(([key]) => taken.has(key))
    .map(
      ([key]) =>
        `Event "${event.key}": no field can be called "${key}", for so is ${taken.get(key)}.`
    )
}

const names = (what: string, keys: readonly string[]) =>
  keys
    .filter((key) => !name.test(key))
    .map((key) => `${what} "${key}": a key is letters and digits in camelCase, such as "talkTime".`)

function reportKey(source: string, key: string) {
  const rest = key.startsWith(`${source}.`) ? key.slice(source.length + 1) : ''
  return name.test(rest)
    ? []
    : [
        `${inReport(key)}: the key must be "${source}." and a name in camelCase, such as "${source}.queue".`,
      ]
}
