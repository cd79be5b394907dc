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

/** The object is there already. */
export const knownObject = (identifier: string) =>
  new RequestError({
    status: 409,
    code: 'E_KNOWN_OBJECT',
    field: 'identifier',
    message: `There is an object "${identifier}" of this type at this collection point already.`,
  })

/** What the platform's directory says would be put back when it is read next. */
export const synchronisedObject = (identifier: string) =>
  new RequestError({
    status: 409,
    code: 'E_SYNCHRONISED_OBJECT',
    message: `"${identifier}" is kept by the platform's directory: its name is changed there. The description is yours.`,
  })

/** What calls or a directory told of is known by what they said. */
export const notManualObject = (identifier: string) =>
  new RequestError({
    status: 409,
    code: 'E_NOT_MANUAL_OBJECT',
    field: 'identifier',
    message: `"${identifier}" comes from the platform. Type, identifier and collection point can be changed only for objects entered by hand.`,
  })

export const unknownObjectType = (type: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_OBJECT_TYPE',
    field: 'objectType',
    message: `The source has no object type "${type}". It has ${known.join(', ')}.`,
    allowed: known,
  })

export const unknownAlias = (alias: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_ALIAS',
    message: `The object has no alias "${alias}".`,
  })

/** A span of time that ends before it begins, or that is written wrongly. */
export const badSpan = (field: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_SPAN',
    field,
    message: 'Give moments such as 2026-01-31T12:00:00Z, the first before the second.',
  })
