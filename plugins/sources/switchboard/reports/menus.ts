import { defineReportType } from '#core/contracts/plugin'
import { menuChoice } from '../events/menu_choice.js'

const outcome = (is: string) => ({ field: 'outcome', is }) as const

/** Menu choice [Menyval (IVR)]: calls to menus, and whether the menu sent them on. */
export const menus = defineReportType({
  key: 'switchboard.menus',
  label: 'Menu choice (IVR)',
  description:
    'Shows calls to menus (IVR): how many came in, which keys were pressed, and whether the menu sent the calls on.',
  basic: true,
  events: { call: menuChoice },
  subject: 'menu',
  columns: {
    incoming: {
      label: 'Incoming',
      description: 'Total number of incoming calls.',
      unit: 'count',
      basic: true,
      value: { count: 'events' },
      consistsOf: [
        ['forwarded', 'hungUp', 'timeout', 'failed', 'ongoing'],
        ['direct', 'viaOther'],
      ],
    },
    direct: {
      label: 'Incoming (direct)',
      description: 'Incoming calls that were dialled straight to the menu.',
      unit: 'count',
      value: { count: 'events', where: { field: 'via', is: null } },
    },
    viaOther: {
      label: 'Incoming (via other)',
      description:
        'Incoming calls that came by way of another menu, a group, a function number or a user.',
      unit: 'count',
      value: { count: 'events', where: { not: { field: 'via', is: null } } },
    },
    forwarded: {
      label: 'Forwarded',
      description: 'Calls that the menu sent on by the key that was pressed.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('forwarded') },
    },
    hungUp: {
      label: 'Hung up',
      description: 'Calls where the caller hung up in the menu.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('hungUp') },
    },
    timeout: {
      label: 'No choice made',
      description:
        'Calls where no key was pressed in time. The menu may have sent them on all the same.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('timeout') },
    },
    failed: {
      label: 'Failed',
      description: 'Calls that a fault stopped.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('failed') },
    },
    meanLength: {
      label: '(M) Time in the menu',
      description: 'Mean time that callers spent in the menu.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'length' },
    },
    forwardedShare: {
      label: '(%) Forwarded',
      description: 'Share of the incoming calls that was sent on.',
      unit: 'percent',
      basic: true,
      value: { percent: ['forwarded', 'incoming'] },
    },
    hungUpShare: {
      label: '(%) Hung up',
      description: 'Share of the incoming calls where the caller hung up in the menu.',
      unit: 'percent',
      basic: true,
      value: { percent: ['hungUp', 'incoming'] },
    },
    keyEach: {
      label: 'Menu choice - Specification (key {value})',
      description: 'Calls by the key that was pressed.',
      unit: 'count',
      basic: true,
      per: { field: 'key' },
      value: { count: 'events' },
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
    { column: 'hungUpShare', good: 'down' },
    { column: 'meanLength', good: 'down' },
  ],
  presets: {
    handled: ['incoming', 'forwarded', 'hungUp', 'timeout'],
    keys: ['incoming', 'keyEach'],
  },
  charts: [
    { kind: 'stack', columns: ['forwarded', 'hungUp', 'timeout', 'failed'] },
    { kind: 'stack', columns: ['keyEach'] },
  ],
  specification: ['outcome', 'caller', 'forwardedFrom', 'menu', 'key', 'length', 'forwardedTo'],
})
