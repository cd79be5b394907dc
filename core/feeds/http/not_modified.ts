import { DateTime } from 'luxon'

/**
 * Whether a client has what it asks for already. Its tags decide where it sends any; a moment counts
 * alone, and only one that can be read.
 */
export function notModified(headers: Headers, tag: string, since: DateTime): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) return isKnown(tag, tags)
  const moment = DateTime.fromHTTP(headers.get('if-modified-since') ?? '')
  return moment.isValid && since <= moment
}

const isKnown = (tag: string, tags: string): boolean =>
  tags.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
