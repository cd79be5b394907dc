import { join } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import { buildDocument } from '#core/api/openapi/build_document'
import { postmanCollection } from '#core/api/postman/collection'
import { postmanEnvironment } from '#core/api/postman/environment'
import { swaggerFolder } from '#core/api/swagger_files'
import { addressesAt } from '#core/customers/queries/addresses_of'
import { brandAt } from '#core/customers/queries/find_brand'
import { requestLocale } from '#core/http/request_locale'

/** The documentation of the API, for people and for programs. Nothing of it is loaded from elsewhere. */
export default class DocumentationController {
  show({ view }: HttpContext) {
    return view.render('documentation')
  }

  asset({ params, response }: HttpContext) {
    response.header('cache-control', 'public, max-age=86400')
    return response.download(join(swaggerFolder(), String(params.file)), true)
  }

  async openapi(ctx: HttpContext) {
    return ctx.response.json(buildDocument(requestLocale(ctx), await asked(ctx)))
  }

  collection({ response }: HttpContext) {
    response.header(
      'content-disposition',
      'attachment; filename="telestat.postman_collection.json"'
    )
    return response.json(postmanCollection())
  }

  async environment(ctx: HttpContext) {
    const { response } = ctx
    response.header(
      'content-disposition',
      'attachment; filename="telestat.postman_environment.json"'
    )
    return response.json(postmanEnvironment(await asked(ctx)))
  }
}

/** Addresses at the host of the brand where it is read. */
const asked = async ({ request }: HttpContext) => addressesAt(await brandAt(request.hostname()))
