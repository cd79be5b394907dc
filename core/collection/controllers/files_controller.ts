import type { HttpContext } from '@adonisjs/core/http'
import { collectAgain } from '#core/collection/actions/collect_again'
import { presentTotals } from '#core/collection/collection_totals'
import { unknownFile } from '#core/collection/errors'

/** Files that were collected and are kept. */
export default class FilesController {
  /** Collects one again, with those that follow it. */
  async again({ response, params, reader }: HttpContext) {
    const id = String(params.id)
    if (!/^\d{1,9}$/.test(id)) throw unknownFile(id)
    const { resolved, files, gone, ...totals } = await collectAgain({
      customerId: reader.customerId,
      fileId: Number(id),
    })
    return response.json({ files, ...presentTotals(totals), resolved, gone })
  }
}
