import { Refused } from '#core/contracts/module'

export const noAccount = () =>
  new Refused(
    409,
    'E_TEXTS_NO_ACCOUNT',
    'No SMS account is set up yet. An operator gives the customer the plugin SMS with a gateway and its key.'
  )
export const noNumber = (number: string, field: string) =>
  new Refused(
    422,
    'E_TEXTS_NUMBER',
    `“${number}” is not a telephone number. Write it as +46701234567.`,
    field
  )
export const noMessage = () =>
  new Refused(404, 'E_TEXTS_MESSAGE', 'There is no such message, or it is not yours to see.')
export const noText = () => new Refused(422, 'E_TEXTS_EMPTY', 'The text is empty.', 'text')
export const otherEyes = (from: number) =>
  new Refused(
    403,
    'E_TEXTS_FOUR_EYES',
    `A sending to ${from} recipients or more is started by somebody else than who made it.`
  )
export const nobodyLeft = () =>
  new Refused(
    422,
    'E_TEXTS_NOBODY',
    'Nobody is left to send to: every number is missing, repeated or opted out.',
    'recipients'
  )
export const notMine = () =>
  new Refused(
    403,
    'E_TEXTS_NOT_MINE',
    'Only who made the sending, or an administrator, may start, pause or stop it.'
  )
