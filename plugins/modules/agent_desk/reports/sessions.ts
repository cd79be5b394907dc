import { defineReportType } from '#core/contracts/plugin'
import { session } from '../events/session.js'

const kind = (is: string) => ({ field: 'kind', is }) as const

/** How long the page was open, and how long agents were logged on without it. */
export const sessions = defineReportType({
  key: 'agent_desk.sessions',
  label: 'Time at the agent’s desk',
  description:
    'How long each agent had the page open. Having it open and being logged on to queues are two things: the time in which one was so without the other is shown.',
  basic: true,
  events: { session },
  subject: 'agent',
  columns: {
    appOpen: {
      label: 'Page open',
      description: 'How long the agent had the page open, on any device.',
      unit: 'seconds',
      basic: true,
      value: { sum: 'seconds', where: kind('app') },
    },
    sessions: {
      label: 'Times opened',
      description: 'How many times the page was opened.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: kind('app') },
    },
    onWithoutApp: {
      label: 'Logged on without the page',
      description: 'How long the agent was logged on to a queue and had the page open nowhere.',
      unit: 'seconds',
      basic: true,
      value: { sum: 'seconds', where: kind('onWithoutApp') },
    },
    appWithoutOn: {
      label: 'Page open, not logged on',
      description: 'How long the agent had the page open and was logged on to no queue.',
      unit: 'seconds',
      basic: true,
      value: { sum: 'seconds', where: kind('appWithoutOn') },
    },
  },
  charts: [{ kind: 'bars', columns: ['appOpen', 'onWithoutApp', 'appWithoutOn'] }],
  specification: ['agent', 'kind', 'device', 'how', 'seconds'],
  presets: { sessions: ['appOpen', 'onWithoutApp', 'appWithoutOn'] },
})
