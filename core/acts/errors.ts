import { RequestError } from '#core/http/request_error'

/** The person or the object is none of the customer's, or the object stands for nobody. */
export const unknownAgent = () =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_AGENT',
    message: 'Unknown person or agent, or you don’t have access to them.',
  })
