import { defineReportType } from '#core/contracts/plugin'
import { functionNumberCall } from '../events/function_number_call.js'

const outcome = (is: string) => ({ field: 'outcome', is }) as const
const internal = { field: 'internal', is: true } as const

/** Function numbers [Funktionsnummer]: number steering and rule based numbers. */
export const functionNumbers = defineReportType({
  key: 'switchboard.functionNumbers',
  label: 'Function numbers',
  description:
    'Shows calls to function numbers (number steering and rule based numbers): how many came in, and whether the rules sent them on.',
  basic: true,
  events: { call: functionNumberCall },
  subject: 'functionNumber',
  columns: {
    incoming: {
      label: 'Incoming',
      description: 'Total number of incoming calls.',
      unit: 'count',
      basic: true,
      value: { count: 'events' },
      consistsOf: [
        ['forwarded', 'notForwarded', 'busy', 'closed', 'failed', 'ongoing'],
        ['incomingInternal', 'incomingExternal'],
        ['direct', 'viaOther'],
      ],
    },
    incomingInternal: {
      label: 'Incoming (internal)',
      description: 'Incoming calls from colleagues.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: internal },
    },
    incomingExternal: {
      label: 'Incoming (external)',
      description: 'Incoming calls from others than colleagues.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: { not: internal } },
    },
    direct: {
      label: 'Incoming (direct)',
      description: 'Incoming calls that were dialled straight to the number.',
      unit: 'count',
      value: { count: 'events', where: { field: 'via', is: null } },
    },
    viaOther: {
      label: 'Incoming (via other)',
      description: 'Incoming calls that came by way of a group, a menu, another number or a user.',
      unit: 'count',
      value: { count: 'events', where: { not: { field: 'via', is: null } } },
    },
    forwarded: {
      label: 'Forwarded',
      description: 'Calls that the rules of the number sent on.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('forwarded') },
    },
    notForwarded: {
      label: 'Not forwarded',
      description: 'Calls that ended before the rules had sent them on.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('unanswered') },
    },
    busy: {
      label: 'Busy',
      description: 'Calls that met a busy number.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('busy') },
    },
    closed: {
      label: 'Closed',
      description: 'Calls that the rules turned away as closed.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('closed') },
    },
    failed: {
      label: 'Failed',
      description: 'Calls that a fault stopped.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('failed') },
    },
    forwardedShare: {
      label: '(%) Forwarded',
      description: 'Share of the incoming calls that was sent on.',
      unit: 'percent',
      basic: true,
      value: { percent: ['forwarded', 'incoming'] },
    },
    forwardedToEach: {
      label: 'Forwarded to - Specification ({value})',
      description: 'Forwarded calls, each destination by itself.',
      unit: 'count',
      per: { field: 'forwardedTo' },
      value: { count: 'events', where: outcome('forwarded') },
    },
    ongoing: {
      label: 'Ongoing',
      description: 'Calls that had not ended when they were collected.',
      unit: 'count',
      value: { count: 'events', where: outcome('ongoing') },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
    callers: {
      label: 'Different callers',
      description: 'How many different numbers called.',
      unit: 'count',
      value: { distinct: 'caller' },
    },
  },
  headline: [
    { column: 'incoming' },
    { column: 'forwardedShare', good: 'up' },
    { column: 'notForwarded', good: 'down' },
    { column: 'callers' },
  ],
  presets: {
    handled: ['incoming', 'forwarded', 'notForwarded'],
    origin: ['incoming', 'incomingInternal', 'incomingExternal'],
  },
  charts: [
    { kind: 'stack', columns: ['forwarded', 'notForwarded', 'busy', 'closed', 'failed'] },
    { kind: 'stack', columns: ['incomingInternal', 'incomingExternal'] },
    { kind: 'stack', columns: ['forwardedToEach'] },
  ],
  specification: ['outcome', 'caller', 'forwardedFrom', 'functionNumber', 'length', 'forwardedTo'],
})
