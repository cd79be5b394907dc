import { defineEvent } from '#core/contracts/plugin'

/** A text message to one person, as it stands now: the same key again replaces it. What it said is not part of it. */
export const message = defineEvent({
  key: 'message',
  label: 'SMS',
  fields: {
    sender: { type: 'object', objectType: 'sender', label: 'Sender' },
    sending: { type: 'object', objectType: 'sending', label: 'Sending' },
    login: { type: 'object', objectType: 'login', label: 'Sent by' },
    number: { type: 'phone', personal: true, label: 'Recipient' },
    state: {
      type: 'choice',
      label: 'State',
      choices: {
        pending: 'On its way',
        delivered: 'Delivered',
        undelivered: 'Not delivered',
        expired: 'Expired',
        rejected: 'Rejected',
        failed: 'Failed',
        unknown: 'Unknown',
        stopped: 'Stopped',
        skipped: 'Left out',
      },
    },
    via: {
      type: 'choice',
      label: 'Way',
      choices: { page: 'The page', api: 'API', sending: 'Sending' },
    },
    encoding: { type: 'choice', label: 'Encoding', choices: { gsm: 'GSM', ucs2: 'Unicode' } },
    parts: { type: 'number', label: 'Parts' },
    price: { type: 'decimal', label: 'Cost' },
    seconds: { type: 'seconds', label: 'Delivery time' },
    idx: { type: 'text', label: 'IDX' },
    country: { type: 'text', label: 'Country' },
  },
})
