import { definePlugin } from '#core/contracts/plugin'
import { fillDemo } from './demo.js'
import { hear } from './engine/hear.js'
import { forgetTexts, reconcile } from './engine/reconcile.js'
import { settingsOf } from './engine/settings.js'
import { tick } from './engine/tick.js'
import { message } from './events/message.js'
import { endSending, pauseSending, resumeSending } from './operations/change_sending.js'
import { createSending } from './operations/create_sending.js'
import { listMessages } from './operations/list_messages.js'
import { listSendings } from './operations/list_sendings.js'
import { addOptout, listOptouts, removeOptout } from './operations/optouts.js'
import { readAccount } from './operations/read_account.js'
import { readMessage } from './operations/read_message.js'
import { readSending } from './operations/read_sending.js'
import { resendMessage } from './operations/resend_message.js'
import { sendMessages } from './operations/send_messages.js'
import { startSending } from './operations/start_sending.js'
import { testSending } from './operations/test_sending.js'
import { logins, messages, sendings } from './reports/reports.js'

/** Text messages: what was sent and what became of it, sendings to many that can be paused and stopped, and their reports. */
export default definePlugin({
  kind: 'module',
  key: 'text_messages',
  label: 'SMS',
  description: 'Sends SMS to one or many, shows what became of each and what it cost',
  icon: 'message-square-text',
  prefix: 'sms_',
  capabilities: {
    read: {
      does: 'see text messages and sendings',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
      ticket: 'owner',
    },
    contents: {
      does: 'see numbers and texts of text messages',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
      ticket: 'owner',
    },
    send: {
      does: 'send text messages to some people',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
      ticket: 'owner',
    },
    sendings: {
      does: 'make, start and stop sendings to many',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
    },
    contacts: {
      does: 'note who wants no text messages',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
    },
  },
  settings: {
    countryCode: {
      label: 'Country code',
      help: 'Of numbers that are written without one, such as 46.',
      type: 'text',
      default: '46',
    },
    hoursFrom: {
      label: 'Sendings from',
      help: 'Earliest time of sendings to many, by the recipient’s clock.',
      type: 'text',
      default: '09:00',
    },
    hoursTo: {
      label: 'Sendings until',
      help: 'Latest time of sendings to many, by the recipient’s clock.',
      type: 'text',
      default: '20:00',
    },
    sundays: { label: 'Sendings on Sundays', type: 'flag', default: false },
    ratePerSecond: { label: 'Messages a second, at most', type: 'number', default: 20 },
    stopIfFailedPercent: {
      label: 'Pause where more are refused, %',
      help: 'A sending pauses by itself where a larger share of it is refused.',
      type: 'number',
      default: 20,
    },
    fourEyesFrom: {
      label: 'Two people from so many recipients',
      help: 'A sending to so many or more is started by somebody else than who made it. Empty: never.',
      type: 'number',
    },
    textDays: {
      label: 'Texts are kept, days',
      help: 'After that, only how long a text was is known.',
      type: 'number',
      default: 90,
    },
  },
  operations: [
    listMessages,
    sendMessages,
    readMessage,
    resendMessage,
    listSendings,
    createSending,
    readSending,
    testSending,
    startSending,
    pauseSending,
    resumeSending,
    endSending,
    listOptouts,
    addOptout,
    removeOptout,
    readAccount,
  ],
  source: {
    objectTypes: {
      sender: {
        label: 'Sender',
        plural: 'Senders',
        icon: 'message-square-text',
        identifier: { label: 'Sender', pattern: '.+', example: 'Nordvik' },
      },
      sending: {
        label: 'Sending',
        plural: 'Sendings',
        icon: 'megaphone',
        identifier: { label: 'Number of the sending', pattern: '\\d+', example: '14' },
      },
      login: {
        label: 'Person who sends',
        plural: 'People who send',
        icon: 'user',
        identifier: { label: 'Number of the person', pattern: '\\d+', example: '7' },
        people: true,
      },
    },
    events: [message],
    reportTypes: [messages, sendings, logins],
  },
  recurring: [
    { name: 'tick', label: 'Hand over what is due', cron: '*/5 * * * * *', run: tick },
    {
      name: 'reconcile',
      label: 'Ask what became of messages',
      cron: '45 * * * * *',
      run: reconcile,
    },
    {
      name: 'forgetTexts',
      label: 'Forget old texts',
      cron: '0 20 3 * * *',
      run: async (customer) => {
        const { textDays } = await settingsOf(customer)
        await forgetTexts(customer, textDays)
      },
    },
  ],
  hears: { channel: hear },
  audit: {
    sent: 'Text messages sent',
    planned: 'Sending planned',
    tested: 'Sending tested',
    started: 'Sending started',
    paused: 'Sending paused',
    resumed: 'Sending resumed',
    stopped: 'Sending stopped',
    resent: 'Text message sent again',
    contentsOpened: 'Number and text of a message opened',
    optedOut: 'Opt-out noted',
    optedIn: 'Opt-out undone',
  },
  demo: fillDemo,
})
