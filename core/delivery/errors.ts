import { RequestError } from '#core/http/request_error'

/** Its time passed while nothing could be sent, and too long ago to be of use. */
export const tooLate = (hours: number) => ({
  code: 'E_TOO_LATE',
  message: `The server was not running at the time, nor within ${hours} hours after it. Send it by hand if it is still wanted.`,
})

export const notMade = () => ({
  code: 'E_NOT_MADE',
  message: 'The report could not be made, however often it was tried. Send it again by hand.',
})

export const reportGone = () => ({
  code: 'E_REPORT_GONE',
  message: 'The report or its schedule was removed before it was sent.',
})

export const recipientRemoved = () => ({
  code: 'E_RECIPIENT_REMOVED',
  message: 'The recipient was removed before it was sent.',
})

/** Content by the recipient's rights, and there is none. */
export const recipientSeesNothing = (address: string) => ({
  code: 'E_RECIPIENT_SEES_NOTHING',
  message: `${address} has no access to any of the objects in the report, and got nothing.`,
})

/** Between making a file and handing it over, access to what it holds was lost. */
export const rightsLost = () => ({
  code: 'E_RIGHTS_LOST',
  message:
    'The file has what the person whose rights it was made with no longer has access to. Send the report again to make a new file.',
})

export const handoverUnknown = () => ({
  code: 'E_HANDOVER_UNKNOWN',
  message:
    'It was being handed to the mail server when the connection or this server went away: it may or may not have arrived. It is not sent again unless you ask for it.',
})

export const refused = (answer: string) => ({
  code: 'E_REFUSED',
  message: `The mail server refused it: ${answer}`,
})

/** Waits to be tried again. */
export const notYetTaken = (answer: string) => ({
  code: 'E_NOT_YET_TAKEN',
  message: `The mail server did not take it, and it is tried again: ${answer}`,
})

export const neverTaken = (answer: string) => ({
  code: 'E_NEVER_TAKEN',
  message: `The mail server did not take it within a day: ${answer}`,
})

export const tooLargeForMail = (megabytes: number, most: number) => ({
  code: 'E_TOO_LARGE_FOR_MAIL',
  message: `The file has ${megabytes} MB, and mails take ${most}. The recipient is no user who could open a link to it. Download it from the archive, or ask for less in it.`,
})

export const bounced = (answer: string) => ({
  code: 'E_BOUNCED',
  message: `It came back: ${answer}`,
})

export const notADate = (text: string) =>
  new RequestError({
    status: 422,
    code: 'E_NOT_A_DATE',
    message: `"${text}" is no date. Write it like 2026-02-01.`,
  })

export const notADeliveryReport = () =>
  new RequestError({
    status: 422,
    code: 'E_NOT_A_DELIVERY_REPORT',
    message: 'This is no delivery report: it has no part “message/delivery-status” (RFC 3464).',
  })

export const fileForgotten = () => ({
  code: 'E_FILE_FORGOTTEN',
  message: 'The file has been removed from the archive.',
})

export const unknownFile = (id: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_FILE',
    message: `There is no file "${id}" in the archive that you may have.`,
  })

export const unknownSending = (id: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_SENDING',
    message: `There is no sending "${id}" among yours.`,
  })

export const unknownDispatch = (id: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_DISPATCH',
    message: `There is no sending to a recipient "${id}" among yours.`,
  })

/** Only what is not on its way, and has not arrived, is sent again. */
export const notSentAgain = (state: string) =>
  new RequestError({
    status: 409,
    code: 'E_NOT_SENT_AGAIN',
    message: `It is ${state}: only what failed, bounced or is unknown can be sent again.`,
  })

export const nobodyToSendTo = () =>
  new RequestError({
    status: 422,
    code: 'E_NO_RECIPIENTS',
    message: 'Name at least one recipient: the report has none of its own.',
    field: 'recipients',
  })
