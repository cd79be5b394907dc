import { tabText } from '#core/facts/engine/tab_separated'
import { parameterMissing } from '#core/facts/errors'

/**
 * The settings that bind values in a session of chDB, for its `SET`.
 *
 * chDB's own way of passing parameters runs one query at a time in the whole process, so a short
 * question would wait for a year's report. Set in the session, each session has its own.
 */
export function bindParameters(params: Record<string, unknown>): string[] {
  const names = Object.keys(params)
  return names.map((name) => {
    if (!/^\w+$/.test(name)) throw new Error(`"${name}" cannot be the name of a parameter.`)
    return `param_${name} = '${quoted(parameterText(params[name]))}'`
  })
}

/** A session remembers what was bound before, so a value that is not given must not be looked for there. */
export function checkBound(sql: string, params: Record<string, unknown>): void {
  for (const [, name] of sql.matchAll(/\{(\w+):\s*[A-Z]/g)) {
    if (!(name! in params)) throw parameterMissing(name!, Object.keys(params))
  }
}

/** A value as the engine reads one that is bound: text escaped as in a file, a list as it stands in SQL. */
function parameterText(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (Array.isArray(value)) return `[${value.map(listed).join(',')}]`
  if (value instanceof Date) return (value.getTime() / 1000).toFixed(3)
  if (typeof value === 'boolean') return value ? '1' : '0'
  return tabText(String(value))
}

function listed(value: unknown): string {
  if (value === null) return 'NULL'
  return typeof value === 'string' ? `'${tabText(value)}'` : parameterText(value)
}

const quoted = (text: string) => text.replace(/[\\']/g, '\\$&')
