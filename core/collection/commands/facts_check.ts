import { AnsweringCommand } from '#core/commands/answering_command'
import type { FactDamage } from '#core/facts/damage/find_damage'

/** Looks for facts that a disk has damaged. */
export default class FactsCheck extends AnsweringCommand<FactDamage> {
  static commandName = 'facts:check'
  static description =
    'Read all facts and say what is damaged, by table and month; the exit code is 1 where something is'

  protected async answer(): Promise<FactDamage> {
    const { callServer } = await import('#core/collection/socket/call_server')
    const damage = await callServer('factsCheck', {})
    if (damage.damaged.length > 0) this.exitCode = 1
    return damage
  }

  protected lines({ tables, parts, damaged }: FactDamage) {
    const looked = `${parts} parts of ${tables} tables were read to their ends.`
    if (damaged.length === 0) return [looked, 'Nothing is damaged.']
    return [
      looked,
      ...damaged.map(
        ({ table, month, part, rows, reason, detail, path }) =>
          `${table}, ${month ?? 'of no month'}, part ${part}${rows === null ? '' : ` of ${rows} rows`}: ${reason} (${detail}${path === null ? '' : `; ${path}`})`
      ),
      'Mend them with: node ace facts:mend',
    ]
  }
}
