import { defineReportType } from '#core/contracts/plugin'
import { activity } from '../events/activity.js'
import { agentState } from '../events/agent_state.js'
import { call } from '../events/call.js'
import { answeredIn, answeredOut, incoming, outgoing } from './conditions.js'

const state = (is: 'loggedOn' | 'paused') => ({ field: 'state', is }) as const
const answered = { field: 'outcome', is: 'answered' } as const

/** Each agent: calls in and out, wrap-up, and time logged on. */
export const agents = defineReportType({
  key: 'daktela.agents',
  label: 'Agents',
  description:
    'Shows each agent: calls in and out, activities in other channels, wrap-up, and how long the agent was logged on and paused.',
  events: { call, activity, state: agentState },
  subject: 'agent',
  columns: {
    all: {
      label: 'Total calls (in/out)',
      description: 'Total number of calls in and out.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['incoming', 'outgoing']],
    },
    incoming: {
      label: 'Incoming',
      description: 'Incoming calls of the agent.',
      unit: 'count',
      value: { count: 'events', where: incoming },
    },
    answered: {
      label: 'Incoming answered',
      description: 'Incoming calls that the agent answered.',
      unit: 'count',
      value: { count: 'events', where: answeredIn },
    },
    meanTalkTimeIncoming: {
      label: 'Incoming (M) Call time',
      description: 'Mean length of the conversation in incoming calls.',
      unit: 'seconds',
      value: { mean: 'talk', where: answeredIn },
    },
    outgoing: {
      label: 'Outgoing',
      description: 'Calls that the agent made, internal ones included.',
      unit: 'count',
      value: { count: 'events', where: outgoing },
    },
    outgoingAnswered: {
      label: 'Outgoing answered',
      description: 'Calls that the agent made and that were answered.',
      unit: 'count',
      value: { count: 'events', where: answeredOut },
    },
    meanTalkTimeOutgoing: {
      label: 'Outgoing (M) Call time',
      description: 'Mean length of the conversation in outgoing calls.',
      unit: 'seconds',
      value: { mean: 'talk', where: answeredOut },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total length of the conversations in and out.',
      unit: 'seconds',
      value: { sum: 'talk', where: answered },
    },
    holdTime: {
      label: 'Hold time',
      description: 'Total time that the agent kept callers on hold.',
      unit: 'seconds',
      value: { sum: 'hold', where: answered },
    },
    wrapUp: {
      label: 'Wrap-up',
      description: 'Total time that the agent worked after activities, in all channels.',
      unit: 'seconds',
      of: 'activity',
      value: { sum: 'afterWork' },
    },
    activities: {
      label: 'Activities',
      description: 'Activities of the agent in all channels.',
      unit: 'count',
      of: 'activity',
      value: { count: 'events' },
      consistsOf: [['activitiesEach']],
    },
    activitiesEach: {
      label: 'Activities - Specification ({value})',
      description: 'Activities, each channel by itself.',
      unit: 'count',
      of: 'activity',
      per: { field: 'channel' },
      value: { count: 'events' },
    },
    loggedOn: {
      label: 'Logged on',
      description: 'How long the agent was logged on, pauses included.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: state('loggedOn') },
      consistsOf: [['available', 'paused']],
    },
    available: {
      label: 'Available',
      description: 'How long the agent was logged on without pausing.',
      unit: 'seconds',
      value: { minus: ['loggedOn', 'paused'] },
    },
    paused: {
      label: 'Paused',
      description: 'How long the agent was paused.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: state('paused') },
    },
    pausedEach: {
      label: 'Paused - Specification ({value})',
      description: 'How long the agent was paused, each reason by itself.',
      unit: 'seconds',
      of: 'state',
      per: { field: 'reason' },
      value: { sum: 'seconds', where: state('paused') },
    },
    busy: {
      label: 'Talking and wrap-up',
      description: 'How long the agent talked or was in wrap-up.',
      unit: 'seconds',
      hidden: true,
      value: { plus: ['talkTime', 'wrapUp'] },
      consistsOf: [['talkTime', 'wrapUp']],
    },
    occupancy: {
      label: '(%) Occupancy',
      description:
        'Share of the time logged on without pausing that the agent talked or was in wrap-up.',
      unit: 'percent',
      value: { percent: ['busy', 'available'] },
    },
    firstLogOn: {
      label: 'First log-on',
      description: 'When an agent first logged on.',
      unit: 'time',
      of: 'state',
      value: { first: 'began', where: state('loggedOn') },
    },
    lastLogOff: {
      label: 'Last log-off',
      description: 'When an agent last logged off.',
      unit: 'time',
      of: 'state',
      value: { last: 'ended', where: state('loggedOn') },
    },
  },
  headline: [
    { column: 'answered' },
    { column: 'outgoingAnswered' },
    { column: 'talkTime' },
    { column: 'loggedOn' },
    { column: 'occupancy' },
  ],
  presets: {
    handled: ['answered', 'outgoingAnswered', 'talkTime', 'wrapUp'],
    time: ['loggedOn', 'available', 'paused', 'talkTime', 'wrapUp', 'occupancy'],
    channels: ['activities', 'activitiesEach'],
  },
  charts: [
    { kind: 'bars', columns: ['answered', 'outgoingAnswered'], line: 'meanTalkTimeIncoming' },
    { kind: 'stack', columns: ['available', 'paused'], line: 'occupancy' },
    { kind: 'stack', columns: ['activitiesEach'] },
  ],
  specification: [
    'direction',
    'outcome',
    'party',
    'queue',
    'agent',
    'wait',
    'talk',
    'hold',
    'endedBy',
  ],
})
