import { RequestError } from '#core/http/request_error'

const NAMED = 20

/** The customer has no such object; what another customer has is as unknown. */
export const unknownObject = (object: string | number, known: readonly string[] = []) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_OBJECT',
    field: 'objects',
    message: `There is no object "${object}".${known.length ? ` Among the known ones are ${known.slice(0, NAMED).join(', ')}.` : ''}`,
    allowed: known.slice(0, NAMED),
  })

/** Several collection points have the identifier. */
export const ambiguousObject = (identifier: string, addresses: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_AMBIGUOUS_OBJECT',
    field: 'objects',
    message: `"${identifier}" is at several collection points. Say which: ${addresses.join(', ')}.`,
    allowed: addresses,
  })

export const unknownGroup = (group: string | number, known: readonly string[] = []) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_GROUP',
    field: 'groups',
    message: `There is no group "${group}".${known.length ? ` The known ones are ${known.slice(0, NAMED).join(', ')}.` : ''}`,
    allowed: known.slice(0, NAMED),
  })

export const takenGroupName = (name: string) =>
  new RequestError({
    status: 409,
    code: 'E_TAKEN_GROUP_NAME',
    field: 'name',
    message: `There is a group "${name}" already.`,
  })

export const unknownPoint = (point: string | number) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_POINT',
    field: 'point',
    message: `There is no collection point "${point}".`,
  })
