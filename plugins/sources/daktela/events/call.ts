import { defineEvent } from '#core/contracts/plugin'

/** One call of `activitiesCall`. */
export const call = defineEvent({
  key: 'call',
  label: 'Call',
  call: 'call',
  fields: {
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    call: { type: 'text', label: 'Call' },
    direction: {
      type: 'choice',
      label: 'Direction',
      choices: { in: 'Incoming', out: 'Outgoing', internal: 'Internal' },
    },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: {
        answered: 'Answered',
        abandoned: 'Abandoned',
        timeout: 'Queue time-out',
        choice: 'Left by choice',
        noAgents: 'No agents',
        busy: 'Busy',
        noAnswer: 'Unanswered',
        cancelled: 'Cancelled',
        failed: 'Failed',
      },
    },
    party: { type: 'phone', label: 'Other party', personal: true },
    ownNumber: { type: 'phone', label: 'Own number' },
    endedBy: {
      type: 'choice',
      label: 'Ended by',
      choices: {
        caller: 'Caller',
        agent: 'Agent',
        transfer: 'Transfer',
        system: 'System',
      },
    },
    calledBack: {
      type: 'flag',
      label: 'Called back',
      description: 'Of a missed call: whether somebody has called back.',
    },
    pressedKey: { type: 'text', label: 'Key' },
    attempts: { type: 'number', label: 'Failed attempts' },
    wait: { type: 'seconds', label: 'Queue time' },
    ring: { type: 'seconds', label: 'Ringing time' },
    hold: { type: 'seconds', label: 'Hold time' },
    talk: { type: 'seconds', label: 'Call length' },
  },
})
