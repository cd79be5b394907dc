import type { HttpRequest } from '@adonisjs/core/http'
import { unknownAddress } from '#core/feeds/errors'

/**
 * What stands below a connector's address, decoded once and without a slash before it. It is looked up
 * in lists and never opened; what tries to climb out of it is nowhere all the same.
 */
export function belowAddress(request: HttpRequest): string {
  const [, rest = ''] = /^\/c\/[^/]*\/?(.*)$/s.exec(request.parsedUrl.pathname ?? '') ?? []
  const path = decoded(rest)
  if (path === undefined || path.includes('\0') || path.includes('\\')) throw unknownAddress()
  if (path.split('/').some((part) => part === '..' || part === '.')) throw unknownAddress()
  return path
}

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
