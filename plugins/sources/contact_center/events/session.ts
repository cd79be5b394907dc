import { defineEvent } from '#core/contracts/plugin'

/** One session at one service group, from when it was queued there until it left. A session that is moved on is one at each. */
export const session = defineEvent({
  key: 'session',
  label: 'Session at a service group',
  call: 'session',
  fields: {
    group: { type: 'object', objectType: 'serviceGroup', label: 'Service group' },
    access: { type: 'object', objectType: 'serviceAccess', label: 'Service access' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    agentGroup: { type: 'object', objectType: 'agentGroup', label: 'Agent group' },
    session: { type: 'text', label: 'Session' },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: {
        answered: 'Answered',
        abandoned: 'Abandoned',
        timeout: 'Overflow: queue time-out',
        moved: 'Overflow: moved',
        noAgents: 'Overflow: no agents',
        full: 'Overflow: queue full',
        choice: 'Left by choice',
        callback: 'Callback requested',
        closed: 'Closed',
        failed: 'Failed',
        ongoing: 'Ongoing',
      },
    },
    caller: { type: 'phone', label: 'A number', personal: true },
    attemptNumber: {
      type: 'number',
      label: 'Attempt number',
      description: 'At how many agents it had rung when it was answered or left.',
    },
    callbackHandled: { type: 'flag', label: 'Callback handled' },
    transferred: { type: 'flag', label: 'Transferred' },
    wait: { type: 'seconds', label: 'Answer time' },
    queueSeconds: { type: 'seconds', label: 'Queue time' },
    ringSeconds: { type: 'seconds', label: 'Ringing time' },
    serviceSeconds: { type: 'seconds', label: 'Service time' },
    parkSeconds: { type: 'seconds', label: 'Park time' },
  },
})
