import { definePlugin } from '#core/contracts/plugin'
import { platformOf } from './platform.js'

/** Text messages by SMSAPI or 46elks: which of them is a setting. */
export default definePlugin({
  kind: 'channel',
  key: 'sms',
  label: 'SMS',
  description: 'Sends text messages through SMSAPI or 46elks, and asks whether they arrived',
  attachments: false,
  perCustomer: true,
  settings: {
    provider: {
      type: 'choice',
      label: 'Sent by',
      required: true,
      choices: { smsapi: 'SMSAPI', elks46: '46elks' },
      default: 'smsapi',
    },
    address: {
      type: 'text',
      label: 'Address',
      help: "Where it differs from the provider's usual one: SMSAPI's Nordic accounts use https://smsapi.io/",
    },
    sender: {
      type: 'text',
      label: 'Sender',
      help: 'At most eleven letters and digits, or a number; SMSAPI wants it to be registered there',
      default: 'Telestat',
    },
    user: { type: 'text', label: 'User name', help: 'Of the API, at 46elks' },
    secret: {
      type: 'secret',
      label: 'Key',
      help: 'The token of SMSAPI, or the API password of 46elks',
      required: true,
    },
  },
  most: { perRequest: 100, perSecond: 100 },
  send: (message, settings) => platformOf(settings).send(message, settings),
  sendMany: (messages, settings) => platformOf(settings).sendMany(messages, settings),
  cancel: async (references, settings) =>
    (await platformOf(settings).cancel?.(references, settings)) ?? new Set(),
  account: (settings) => platformOf(settings).account(settings),
  calls: (request, settings) => platformOf(settings).calls(request, settings),
  status: (references, settings) => platformOf(settings).status(references, settings),
})
