import { defineEvent } from '#core/contracts/plugin'

/**
 * How long an agent was logged on to any group at all, and paused in all of them: the hours of a
 * person, in which being on in two groups at once counts once.
 */
export const agentPresence = defineEvent({
  key: 'agentPresence',
  label: 'Presence of an agent',
  spans: 'seconds',
  unitedBy: ['user', 'state'],
  fields: {
    user: { type: 'object', objectType: 'user', label: 'Agent' },
    state: {
      type: 'choice',
      label: 'State',
      choices: { loggedOn: 'Logged on', paused: 'Paused' },
    },
    reason: { type: 'text', label: 'Reason of the pause' },
    began: { type: 'time', label: 'Began' },
    ended: { type: 'time', label: 'Ended' },
    seconds: { type: 'seconds', label: 'Time' },
  },
})
