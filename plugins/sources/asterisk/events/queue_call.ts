import { defineEvent } from '#core/contracts/plugin'

/** One visit of one call to one queue, whether it was let in or not. A call that returns to the queue is another visit. */
export const queueCall = defineEvent({
  key: 'queueCall',
  label: 'Call at a queue',
  call: 'call',
  fields: {
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    agent: { type: 'object', objectType: 'agent', label: 'Answered by' },
    call: { type: 'text', label: 'Call' },
    caller: { type: 'phone', label: 'From', personal: true },
    callerName: { type: 'text', label: 'Name of the caller', personal: true },
    via: {
      type: 'object',
      objectType: 'queue',
      label: 'Came from queue',
      description: 'The queue that the call left before it came here.',
    },
    outcome: {
      type: 'choice',
      label: 'Outcome',
      choices: {
        answered: 'Answered',
        abandoned: 'Abandoned',
        timedOut: 'Timed out',
        leftByChoice: 'Left by choice',
        noAgents: 'No agents',
        full: 'Queue full',
        closed: 'Queue closed',
        diverted: 'Diverted',
        ongoing: 'Ongoing',
      },
    },
    reason: {
      type: 'choice',
      label: 'Reason',
      description: 'What lay behind the outcome, where the log says more than the outcome does.',
      choices: {
        joinEmpty: 'No agents on arrival',
        leaveEmpty: 'Agents went away while the call waited',
        waitingCalls: 'Too many calls waiting per agent',
        holdTime: 'Too long estimated wait',
        agentDump: 'The agent hung up before the caller was connected',
        incompatible: 'The telephones could not be connected',
        restart: 'Asterisk was started again',
        lost: 'The log does not say how the call left',
      },
    },
    wait: { type: 'seconds', label: 'Queue time' },
    ring: { type: 'seconds', label: 'Ringing time' },
    talk: { type: 'seconds', label: 'Call time' },
    endedBy: {
      type: 'choice',
      label: 'Ended by',
      choices: { agent: 'Agent', caller: 'Caller', transfer: 'Transfer', system: 'The system' },
    },
    transferredTo: { type: 'text', label: 'Transferred to', personal: true },
    position: { type: 'number', label: 'Position when it left' },
    originalPosition: { type: 'number', label: 'Position on arrival' },
    keyPressed: { type: 'text', label: 'Key pressed' },
    dialled: { type: 'phone', label: 'Dialled number' },
  },
})
