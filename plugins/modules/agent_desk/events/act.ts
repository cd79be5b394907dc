import { defineEvent } from '#core/contracts/plugin'

/** Something that was wished of the platform for an agent, and how it ended. */
export const act = defineEvent({
  key: 'act',
  label: 'Wish of an agent',
  fields: {
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    name: {
      type: 'choice',
      label: 'Wish',
      choices: { logOn: 'Log on', logOff: 'Log off', pause: 'Pause', resume: 'Ready' },
    },
    queue: { type: 'text', label: 'Queue' },
    outcome: {
      type: 'choice',
      label: 'Outcome',
      choices: {
        confirmed: 'Confirmed',
        already: 'Already so',
        refused: 'Refused',
        unknown: 'Not known',
        replaced: 'Replaced by a newer wish',
      },
    },
    by: {
      type: 'choice',
      label: 'By',
      choices: {
        self: 'The agent',
        supervisor: 'A supervisor',
        rule: 'A rule',
        restore: 'Restored after a restart',
      },
    },
    reason: { type: 'text', label: 'Reason' },
    milliseconds: { type: 'number', label: 'Until confirmed, ms' },
  },
})
