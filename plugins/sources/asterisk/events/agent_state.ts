import { defineEvent } from '#core/contracts/plugin'

/** A time that an agent was in a state at one queue. States overlap: who talks is logged on too. */
export const agentState = defineEvent({
  key: 'agentState',
  label: 'State of an agent at a queue',
  spans: 'seconds',
  unitedBy: ['agent', 'queue', 'state'],
  fields: {
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    state: {
      type: 'choice',
      label: 'State',
      choices: {
        loggedOn: 'Logged on',
        paused: 'Paused',
        talking: 'Talking',
        wrapUp: 'Wrap-up',
      },
    },
    reason: { type: 'text', label: 'Reason' },
    began: { type: 'time', label: 'Began' },
    ended: { type: 'time', label: 'Ended' },
    seconds: { type: 'seconds', label: 'Time' },
  },
})
