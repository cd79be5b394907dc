import { RequestError } from '#core/http/request_error'

/** The channel did not take the message. Why is its cause, which is for operators. */
export const notDelivered = (channel: string, error: unknown) =>
  Object.assign(
    new RequestError({
      status: 503,
      code: 'E_NOT_DELIVERED',
      message: `The message could not be sent by ${channel}. Try again, or choose another way.`,
    }),
    { cause: error }
  )

/** The channel is there, but this installation has not been told how to use it. */
export const channelNotSet = (channel: string) =>
  new RequestError({
    status: 503,
    code: 'E_CHANNEL_NOT_SET',
    message: `Nothing can be sent by ${channel} yet: its settings are missing.`,
  })
