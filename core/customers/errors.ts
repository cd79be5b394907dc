import { RequestError } from '#core/http/request_error'

/** There is no such customer, or the asker has nothing to do with it. */
export const unknownCustomer = (customer: string | number) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_CUSTOMER',
    field: 'customer',
    message: `There is no customer "${customer}".`,
  })
