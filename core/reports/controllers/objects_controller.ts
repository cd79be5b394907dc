import type { HttpContext } from '@adonisjs/core/http'
import { listReportObjects } from '#core/reports/queries/list_report_objects'

/** The measurement objects that a report type can be about and the reader may see. */
export default class ObjectsController {
  async index({ request, response, reader }: HttpContext) {
    const objects = await listReportObjects(reader, request.qs().type)
    return response.json({
      objects: objects.map((object) => ({
        object: object.address,
        type: object.objectType,
        identifier: object.identifier,
        name: object.name,
        point: object.pointName,
        removed: object.removed,
        groups: object.groups.map((group) => group.name),
      })),
    })
  }
}
