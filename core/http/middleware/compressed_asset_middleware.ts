import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import type { NextFn } from '@adonisjs/core/types/http'
import { acceptedEncoding } from '#core/http/accepted_encoding'

const asset = /^\/assets\/(?:documents\/)?[\w-]+\.(?:js|css|svg)$/
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Has the build's compressed copy of an asset sent where the browser accepts its encoding. */
export default class CompressedAssetMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    const path = request.url()
    if (!['GET', 'HEAD'].includes(request.method()) || !asset.test(path)) return next()
    response.vary('Accept-Encoding')
    const encoding = acceptedEncoding(request)
    const copy = path + (encoding === 'br' ? '.br' : '.gz')
    if (!encoding || !existsSync(app.publicPath(copy.slice(1)))) return next()
    response.header('content-type', types[extname(path)])
    response.header('content-encoding', encoding)
    request.request.url = copy
    return next()
  }
}
