import { RequestError } from '#core/http/request_error'

export const moduleOff = (key: string) =>
  new RequestError({
    status: 409,
    code: 'E_MODULE_OFF',
    message: `The module "${key}" is not enabled for this customer, so nothing was done.`,
  })

export const notAUser = (userId: number) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_PERSON',
    message: `There is no user "${userId}" in this customer.`,
  })

/** Purging removes for good, so the customer is named twice. */
export const notConfirmed = (slug: string) =>
  new RequestError({
    status: 422,
    code: 'E_NOT_CONFIRMED',
    message: `Nothing was removed. Confirm with the customer's slug: --confirm=${slug}`,
    field: 'confirm',
    allowed: [slug],
  })

export const nothingOfModule = (key: string, slug: string, known: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_MODULE',
    message: `${slug} has never had a module "${key}". It has or had: ${known.join(', ') || 'none'}.`,
    allowed: known,
  })

/** Whoever was never paired, or is no more, shows a code. */
export const notPaired = () =>
  new RequestError({
    status: 401,
    code: 'E_NOT_PAIRED',
    message: 'This device is not paired with any customer. Show a code and have it approved.',
  })
