import { locales } from '#config/i18n'
import { RequestError } from '#core/http/request_error'
import { editions } from '#core/customers/edition'

/** There is no such customer, or the asker has nothing to do with it. */
export const unknownCustomer = (customer: string | number) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_CUSTOMER',
    field: 'customer',
    message: `There is no customer "${customer}".`,
  })

export const badSlug = (slug: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_SLUG',
    field: 'slug',
    message: `"${slug}" cannot be a customer's slug: use at most 64 small letters a-z, digits and single hyphens, such as "acme-nordic".`,
  })

export const takenSlug = (slug: string) =>
  new RequestError({
    status: 409,
    code: 'E_TAKEN_SLUG',
    field: 'slug',
    message: `There is a customer "${slug}" already.`,
  })

export const unknownZone = (zone: string) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_ZONE',
    field: 'zone',
    message: `There is no time zone "${zone}". Use a name of the IANA database, such as Europe/Stockholm, Europe/Tallinn or Europe/Riga.`,
  })

export const unknownEdition = (edition: string) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_EDITION',
    field: 'edition',
    message: `There is no edition "${edition}". The known ones are ${editions.join(', ')}.`,
    allowed: editions,
  })

/** The customer has not bought what is asked for. */
export const notInEdition = () =>
  new RequestError({
    status: 403,
    code: 'E_NOT_IN_EDITION',
    message: 'This is part of the extended edition, which your company does not have.',
  })

export const unknownPlugin = (plugin: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_PLUGIN',
    field: 'plugins',
    message: `There is no plugin "${plugin}". The known ones are ${known.join(', ') || 'none'}.`,
    allowed: known,
  })

export const unknownEvent = (event: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_EVENT',
    field: 'event',
    message: `There is no event "${event}". The known ones are ${known.join(', ') || 'none'}.`,
    allowed: known,
  })

export const badRetention = (days: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_RETENTION',
    field: 'days',
    message: `"${days}" is no number of days. Give a whole number from 1, or "forever".`,
  })

/** Another customer is signed in to by this name. */
export const takenBranding = (name: string) =>
  new RequestError({
    status: 409,
    code: 'E_TAKEN_BRANDING',
    field: 'name',
    message: `Another customer is signed in to as "${name}". Choose another name.`,
  })

/** Nobody is signed in to by this name. */
export const unknownBranding = (name: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_BRANDING',
    field: 'name',
    message: `There is no sign-in of the name "${name}".`,
  })

/** Host names stand without scheme, port and path. */
export const badHost = (host: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_HOST',
    field: 'host',
    message: `Invalid host name "${host}". Enter it without https:// and path, for example statistik.nordvik.example.`,
  })

/** A host name belongs to one brand. */
export const takenHost = (host: string) =>
  new RequestError({
    status: 409,
    code: 'E_TAKEN_HOST',
    field: 'host',
    message: `The host name "${host}" already belongs to another brand.`,
  })

export const badSupport = (url: string) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_SUPPORT',
    field: 'supportUrl',
    message: `Invalid address "${url}". It starts with https:// or http://.`,
  })

export const unknownBrand = (id: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_BRAND',
    field: 'brandId',
    message: `Unknown brand "${id}".`,
  })

export const unknownFormula = (formula: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_FORMULA',
    field: 'serviceLevel',
    message: `There is no service level formula "${formula}". The known ones are ${known.join(', ')}.`,
    allowed: known,
  })

export const unknownLanguage = (language: string) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_LANGUAGE',
    field: 'language',
    message: `There is no language "${language}". The known ones are ${locales.join(', ')}.`,
    allowed: locales,
  })
