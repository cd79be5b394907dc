import { defineEvent } from '#core/contracts/plugin'

/** One leg of a call at one extension. A call between two extensions is a leg at each. */
export const extensionCall = defineEvent({
  key: 'extensionCall',
  label: 'Call of an extension',
  call: 'call',
  fields: {
    extension: { type: 'object', objectType: 'extension', label: 'Extension' },
    call: { type: 'text', label: 'Call' },
    direction: {
      type: 'choice',
      label: 'Direction',
      choices: { in: 'Incoming', out: 'Outgoing' },
    },
    internal: { type: 'flag', label: 'Internal' },
    party: { type: 'phone', label: 'Other party', personal: true },
    partyName: { type: 'text', label: 'Name of the other party', personal: true },
    dialled: { type: 'phone', label: 'Number dialled', personal: true },
    outcome: {
      type: 'choice',
      label: 'Outcome',
      choices: {
        answered: 'Answered',
        answeredBySystem: 'Answered by the system',
        unanswered: 'Unanswered',
        busy: 'Busy',
        congestion: 'Congestion',
        failed: 'Failed',
      },
    },
    ring: { type: 'seconds', label: 'Ringing time' },
    talk: { type: 'seconds', label: 'Call time' },
    application: { type: 'text', label: 'Application' },
    account: { type: 'text', label: 'Account' },
  },
})
