import { defineEvent } from '#core/contracts/plugin'

/** A time in which an agent had the page open, or was logged on without it, or the other way round. */
export const session = defineEvent({
  key: 'session',
  label: 'Time at the agent’s desk',
  spans: 'seconds',
  unitedBy: ['agent', 'kind'],
  fields: {
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    kind: {
      type: 'choice',
      label: 'What',
      choices: {
        app: 'Page open',
        onWithoutApp: 'Logged on without the page',
        appWithoutOn: 'Page open, not logged on',
      },
    },
    device: { type: 'text', label: 'Device' },
    how: { type: 'text', label: 'How it ended' },
    seconds: { type: 'seconds', label: 'Time' },
  },
})
