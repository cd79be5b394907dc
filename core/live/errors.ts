import { RequestError } from '#core/http/request_error'

const refused = (field: string, message: string, allowed: readonly string[]) =>
  new RequestError({ status: 422, code: 'E_NO_LIVE_FIGURE', message, field, allowed })

const listed = (names: readonly string[]) => names.join(', ') || 'none'

/** The customer has no such source, or nothing of it is known live. */
export const noLiveSource = (source: string, sources: readonly string[]) =>
  refused(
    'source',
    `Nothing of the source "${source}" is known live here. Sources with live figures: ${listed(sources)}.`,
    sources
  )

/** The source tells nothing live of objects of this type. */
export const noLiveType = (objectType: string, types: readonly string[]) =>
  refused(
    'objectType',
    `Nothing is known live of the object type "${objectType}". There are: ${listed(types)}.`,
    types
  )

/** No live figure of the source's is called so, or it is of another object type. */
export const noLiveFigure = (figure: string, figures: readonly string[], field: string) =>
  refused(
    field,
    `There is no live figure "${figure}" of these objects. There are: ${listed(figures)}.`,
    figures
  )

/** A value that its figure cannot have. */
export const wrongLiveValue = (figure: string, wanted: string, field: string) =>
  refused(field, `The live figure "${figure}" must be ${wanted}, or null.`, [])

/** The body is larger than live values ever are. */
export const livePushTooLarge = (kilobytes: number) =>
  new RequestError({
    status: 413,
    code: 'E_REQUEST_TOO_LARGE',
    message: `Live values are at most ${kilobytes} kB at a time. Send the objects that have changed, without "whole".`,
  })

/** More often than anybody can see. */
export const tooManyPushes = (seconds: number) =>
  new RequestError({
    status: 429,
    code: 'E_TOO_MANY_REQUESTS',
    message: 'At most 5 times a second for each collection point.',
    retryAfterSeconds: Math.max(1, seconds),
  })
