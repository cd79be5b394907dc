import { RequestError } from '#core/http/request_error'

const badPicture = (field: string, message: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_PICTURE',
    field,
    message,
    allowed: ['image/png', 'image/jpeg'],
  })

export const notAPicture = (field: string, mostBytes: number) =>
  badPicture(field, `The ${field} must be a PNG or JPEG of at most ${mostBytes / 1024 / 1024} MB.`)

/** It says that it is a picture, and cannot be read as one. */
export const brokenPicture = (field: string) =>
  badPicture(
    field,
    `The ${field} cannot be read as a picture: it is damaged, or not what its first bytes say.`
  )

export const largePicture = (field: string, mostPixels: number) =>
  badPicture(
    field,
    `The ${field} has too many points: at most ${mostPixels / 1_000_000} million, such as 2000 × 2000. Save it smaller.`
  )

/** How large an interlaced picture grows is known only when it is there. */
export const interlacedPicture = (field: string) =>
  badPicture(field, `The ${field} is an interlaced PNG. Save it without interlacing.`)
