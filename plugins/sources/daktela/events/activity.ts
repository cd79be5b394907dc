import { defineEvent } from '#core/contracts/plugin'

/** What an agent does in any channel, from `activities`. */
export const activity = defineEvent({
  key: 'activity',
  label: 'Activity',
  call: 'activity',
  fields: {
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    activity: { type: 'text', label: 'Activity' },
    channel: {
      type: 'choice',
      label: 'Channel',
      choices: {
        comment: 'Comment',
        call: 'Call',
        email: 'E-mail',
        chat: 'Chat',
        sms: 'SMS',
        facebook: 'Facebook',
        instagram: 'Instagram',
        whatsapp: 'WhatsApp',
        viber: 'Viber',
        custom: 'Other',
      },
    },
    state: {
      type: 'choice',
      label: 'State',
      choices: {
        waiting: 'Waiting',
        open: 'Open',
        postponed: 'Postponed',
        closed: 'Closed',
      },
    },
    wait: { type: 'seconds', label: 'Answer time' },
    handling: { type: 'seconds', label: 'Handling time' },
    beforeWork: { type: 'seconds', label: 'Work before' },
    afterWork: { type: 'seconds', label: 'Wrap-up' },
    closedAt: { type: 'time', label: 'Closed at' },
  },
})
