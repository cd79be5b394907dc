import type { Collected } from '#core/contracts/collector'
import type { Plugin } from '#core/contracts/plugin'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { checkTranslations } from '#core/plugins/checks/check_translations'
import { translatableKeys } from '#core/plugins/translatable_keys'
import type { PluginTranslations, Translations } from '#core/plugins/translate'

class NoCollector {
  async *read(): AsyncGenerator<Collected> {
    yield { memory: null }
  }
}

/** A declaration that nothing is wrong with, as a plugin written without types would have it: anything in it can be changed. */
export function aSource() {
  const call: Loose = {
    key: 'call',
    label: 'Call',
    call: 'callId',
    fields: {
      queue: { type: 'object', objectType: 'queue', label: 'Queue' },
      agent: { type: 'object', objectType: 'agent', label: 'Agent' },
      callId: { type: 'text', label: 'Call' },
      caller: { type: 'phone', label: 'Caller', personal: true },
      outcome: {
        type: 'choice',
        label: 'Outcome',
        choices: { answered: 'Answered', abandoned: 'Abandoned' },
      },
      wait: { type: 'seconds', label: 'Wait' },
      attempts: { type: 'number', label: 'Attempts' },
      cost: { type: 'decimal', label: 'Cost' },
      began: { type: 'time', label: 'Began' },
      night: { type: 'flag', label: 'Night' },
    },
  }
  const state: Loose = {
    key: 'state',
    label: 'State',
    spans: 'seconds',
    fields: {
      queue: { type: 'object', objectType: 'queue', label: 'Queue' },
      seconds: { type: 'seconds', label: 'Time' },
    },
  }
  const answered = { field: 'outcome', is: 'answered' }
  const abandoned = { field: 'outcome', is: 'abandoned' }
  const columns: Record<string, Loose> = {
    incoming: column('Incoming', 'count', { count: 'events' }),
    answered: column('Answered', 'count', { count: 'events', where: answered }),
    abandoned: column('Abandoned', 'count', { count: 'events', where: abandoned }),
    share: column('(%) Answered', 'percent', { percent: ['answered', 'incoming'] }),
    meanWait: column('(M) Wait', 'seconds', { mean: 'wait' }),
    within: {
      ...column('Answered within {limit} s', 'count', {
        count: 'events',
        where: { every: [answered, { field: 'wait', to: 'to' }] },
      }),
      per: { limits: 'limits' },
    },
  }
  columns.incoming!.consistsOf = [['answered', 'abandoned']]
  const report: Loose = {
    key: 'platform.queue',
    label: 'Queues',
    description: 'Calls per queue',
    events: { call, state },
    subject: 'queue',
    breakdown: 'agent',
    parameters: { limits: { label: 'Limits', type: 'secondsList', default: [20, 40] } },
    columns,
    presets: { handled: ['incoming', 'answered'] },
    charts: [{ kind: 'bars', columns: ['answered'], line: 'meanWait' }],
    specification: ['queue', 'caller'],
    followUp: { party: 'caller', missed: abandoned, reached: answered },
  }
  const identifier = { label: 'Name', pattern: '.+', example: 'support' }
  const plugin: Loose = {
    kind: 'source',
    key: 'platform',
    label: 'Platform',
    description: 'Calls',
    settings: { host: { label: 'Address', type: 'text' } },
    objectTypes: {
      queue: { label: 'Queue', plural: 'Queues', icon: 'users', identifier },
      agent: { label: 'Agent', plural: 'Agents', icon: 'user', identifier },
    },
    events: [call, state],
    reportTypes: [report],
    collector: NoCollector,
  }
  return { plugin, call, state, report, columns }
}

/** Something that may be made wrong in any way. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a plugin written without types may hold
export type Loose = Record<string, any>

/** A column as it is written, with a description of its own. */
export const column = (label: string, unit: string, value: Loose): Loose => ({
  label,
  description: `${label}, described`,
  unit,
  value,
})

/** What the check says of the good source once something in it was changed. */
export function problemsAfter(
  change: (source: ReturnType<typeof aSource>) => void,
  loaded: readonly Plugin[] = []
): string[] {
  const source = aSource()
  change(source)
  const plugin = source.plugin as unknown as Plugin
  const structure = checkDeclaration(plugin, loaded)
  if (structure.length > 0) return structure
  return checkTranslations(plugin, translationsOf(plugin))
}

/** Every word of a declaration in every language, as its own English. */
export function translationsOf(plugin: Plugin): PluginTranslations {
  const texts: Translations = Object.fromEntries(wordsOf(plugin))
  return { sv: { ...texts }, et: { ...texts }, lv: { ...texts } }
}

function wordsOf(plugin: Plugin) {
  try {
    return translatableKeys(plugin)
  } catch {
    return new Map<string, string>()
  }
}
