import { defineEvent } from '#core/contracts/plugin'
import { queues } from '../object_types.js'

/** How long an agent was logged on to one group, and how long paused in it. */
export const agentState = defineEvent({
  key: 'agentState',
  label: 'State of an agent in a group',
  spans: 'seconds',
  unitedBy: ['group', 'user', 'state'],
  fields: {
    group: { type: 'object', objectType: queues, label: 'Group' },
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
