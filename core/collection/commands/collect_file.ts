import { basename, resolve } from 'node:path'
import { args, flags } from '@adonisjs/core/ace'
import type { CollectionTotals } from '#core/collection/collection_totals'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Counts {
  read: number
  new: number
  replaced: number
  unchanged: number
  quarantined: number
}

interface Answer {
  customer: string
  source: string
  point: string
  zone: string
  /** The zone that the point was in before, where it was moved. */
  movedFrom?: string
  files: (Counts & { file: string })[]
  total: Counts
}

/** Collects files of a platform, by the running server where there is one. */
export default class CollectFile extends AnsweringCommand<Answer> {
  static commandName = 'collect:file'
  static description = 'Collect files of a platform; what was collected before is not read again'
  static help = [
    'A file that has grown is read on from where it ended. Broken lines are quarantined:',
    '```',
    '{{ binaryName }} collect:file my_platform /var/log/calls.log --customer=acme',
    '{{ binaryName }} quarantine:list --customer=acme',
    '```',
  ]

  @args.string({ description: 'The source, such as my_platform' })
  declare source: string

  @args.spread({ description: 'The files' })
  declare files: string[]

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  @flags.string({ description: 'The collection point; made where it does not exist' })
  declare point?: string

  @flags.string({
    description:
      "Time zone of the collection point; the customer's for a new one. Another one than before sets all its facts to that clock",
  })
  declare zone?: string

  protected async answer(): Promise<Answer> {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { demandReadable } = await import('#core/collection/files/demand_readable')
    const { addTotals, noTotals, presentTotals } =
      await import('#core/collection/collection_totals')
    const { callServer } = await import('#core/collection/socket/call_server')
    const { zoneOf } = await import('#core/collection/queries/zone_of')
    const customer = await findCustomer(this.customer)
    const paths = this.files.map((file) => resolve(file))
    for (const path of paths) await demandReadable(path)
    const point = this.point ?? 'default'
    const named = { customerId: customer.id, source: this.source, name: point }
    const before = await zoneOf(named)
    const total: CollectionTotals = noTotals()
    const files = []
    for (const path of paths) {
      const totals = await callServer('collectFile', {
        customerId: customer.id,
        source: this.source,
        point,
        path,
        name: basename(path),
        ...(this.zone !== undefined && { zone: this.zone }),
      })
      addTotals(total, totals)
      files.push({ file: path, ...presentTotals(totals) })
    }
    const zone = (await zoneOf(named)) ?? customer.zone
    return {
      customer: customer.slug,
      source: this.source,
      point,
      zone,
      ...(before !== undefined && before !== zone && { movedFrom: before }),
      files,
      total: presentTotals(total),
    }
  }

  protected lines({ files, total, point, zone, movedFrom }: Answer) {
    const moved = movedFrom
      ? [`${point} was moved from ${movedFrom} to ${zone}, with all that was collected before.`]
      : []
    const lines = [...moved, ...files.map(({ file, ...counts }) => `${file}: ${sentence(counts)}`)]
    return files.length === 1 ? lines : [...lines, `In total: ${sentence(total)}`]
  }
}

const sentence = ({ read, new: added, replaced, unchanged, quarantined }: Counts) =>
  `${read} read, ${added} new, ${replaced} replaced, ${unchanged} unchanged, ${quarantined} quarantined`
