import { RequestError } from '#core/http/request_error'

export const unknownClientLanguage = (language: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_CLIENT_LANGUAGE',
    field: 'language',
    message: `There is no client in "${language}". The known ones are ${known.join(', ')}.`,
    allowed: known,
  })

/** No source of reports has been given to the customer. */
export const nothingToAsk = () =>
  new RequestError({
    status: 409,
    code: 'E_NOTHING_TO_ASK',
    message: 'There is no report to ask for yet: no platform has been connected.',
  })

/** A ticket that may only send records cannot read reports. */
export const noReportGrant = (ticket: string) =>
  new RequestError({
    status: 409,
    code: 'E_NO_REPORT_GRANT',
    message: `The ticket "${ticket}" may not read reports. Make one that may.`,
  })

/** The pasted secret is not this ticket's. */
export const otherSecret = () =>
  new RequestError({
    status: 422,
    code: 'E_OTHER_SECRET',
    field: 'secret',
    message:
      'This is not the secret of the ticket. Leave it out, or rotate the ticket for a new one.',
  })
