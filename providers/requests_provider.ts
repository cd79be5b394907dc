import { HttpRequest, RequestValidator } from '@adonisjs/core/http'
import type { ApplicationService } from '@adonisjs/core/types'
import { checkBody } from '#core/http/check_body'

/** What a controller validates is checked first for what the validator would leave out without a word. */
export default class RequestsProvider {
  constructor(protected app: ApplicationService) {}

  boot() {
    const validateUsing: HttpRequest['validateUsing'] = function (
      this: HttpRequest,
      validator,
      ...options
    ) {
      // Where other data are named, they are not the body.
      if (!options[0]?.data) checkBody(this, validator)
      return new RequestValidator(this.ctx!).validateUsing(validator, ...options)
    }
    HttpRequest.macro('validateUsing', validateUsing)
  }
}
