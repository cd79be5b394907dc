/** What a client asked for and cannot have, as OData says it. */
export class ODataProblem extends Error {
  constructor(
    readonly status: 400 | 404 | 405 | 415 | 424 | 501,
    message: string
  ) {
    super(message)
  }

  /** A name that programs can tell it by. */
  get code(): string {
    return {
      400: 'E_BAD_REQUEST',
      404: 'E_NOT_FOUND',
      405: 'E_READ_ONLY',
      415: 'E_UNSUPPORTED_TYPE',
      424: 'E_FAILED_DEPENDENCY',
      501: 'E_NOT_IMPLEMENTED',
    }[this.status]
  }
}

export const badRequest = (message: string) => new ODataProblem(400, message)
export const notFound = (message: string) => new ODataProblem(404, message)

/** What OData has and this service has not. Refusing is right: a filter that is passed over gives wrong figures. */
export const notImplemented = (what: string) =>
  new ODataProblem(501, `${what} is not supported by this service.`)
