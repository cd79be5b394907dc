import { RequestError } from '#core/http/request_error'

export const unknownInstalled = (plugin: string, known: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_PLUGIN',
    field: 'plugin',
    message: `There is no plugin "${plugin}". The known ones are ${known.join(', ') || 'none'}.`,
    allowed: known,
  })

export const unknownSetting = (setting: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_SETTING',
    field: `settings.${setting}`,
    message: `There is no setting "${setting}". The known ones are ${known.join(', ') || 'none'}.`,
    allowed: known,
  })

/** A value of another kind than the setting asks for. */
export const badSetting = (setting: string, wanted: string, allowed?: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_BAD_SETTING',
    field: `settings.${setting}`,
    message: `"${setting}" must be ${wanted}.`,
    allowed,
  })

/** The plugin has no way to try its settings. */
export const cannotBeTested = (plugin: string) =>
  new RequestError({
    status: 409,
    code: 'E_CANNOT_BE_TESTED',
    message: `"${plugin}" has no connection to test: it is sent its records.`,
  })

export const unknownOperated = (user: string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_PERSON',
    message: `There is no user "${user}".`,
  })

/** A customer's administrators make the next ones. */
export const administered = (customer: string) =>
  new RequestError({
    status: 409,
    code: 'E_HAS_ADMINISTRATOR',
    field: 'email',
    message: `${customer} already has an administrator, who invites further ones. System operators only invite the first.`,
  })

/** An operator reads no calls uninvited. */
export const operatorsAddress = (email: string) =>
  new RequestError({
    status: 403,
    code: 'E_OPERATORS_ADDRESS',
    field: 'email',
    message: `${email} belongs to a system operator. A system operator can’t be made an administrator of a customer.`,
  })
