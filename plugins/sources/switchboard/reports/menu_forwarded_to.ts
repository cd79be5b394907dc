import { defineReportType } from '#core/contracts/plugin'
import { menuChoice } from '../events/menu_choice.js'

/** Menu choice - forwarded to [Menyval (IVR) - Vidarekopplat till]: where each menu sent its calls. */
export const menuForwardedTo = defineReportType({
  key: 'switchboard.menuForwardedTo',
  label: 'Menu choice (IVR) - Forwarded to',
  description: 'Shows where menus (IVR) sent calls on, destination by destination.',
  events: { call: menuChoice },
  subject: 'menu',
  breakdown: 'forwardedTo',
  where: { call: { not: { field: 'forwardedTo', is: null } } },
  columns: {
    forwarded: {
      label: 'Forwarded',
      description: 'Calls that the menu sent on to the destination.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['chosen', 'withoutChoice']],
    },
    chosen: {
      label: 'Forwarded (by choice)',
      description: 'Calls that were sent on because a key was pressed.',
      unit: 'count',
      value: { count: 'events', where: { field: 'outcome', is: 'forwarded' } },
    },
    withoutChoice: {
      label: 'Forwarded (without a choice)',
      description: 'Calls that were sent on although no key was pressed in time.',
      unit: 'count',
      value: { count: 'events', where: { not: { field: 'outcome', is: 'forwarded' } } },
    },
    keyEach: {
      label: 'Menu choice - Specification (key {value})',
      description: 'Calls by the key that was pressed.',
      unit: 'count',
      per: { field: 'key' },
      value: { count: 'events' },
    },
    meanLength: {
      label: '(M) Time in the menu',
      description: 'Mean time that callers spent in the menu.',
      unit: 'seconds',
      value: { mean: 'length' },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
  },
  headline: [
    { column: 'forwarded' },
    { column: 'chosen' },
    { column: 'withoutChoice', good: 'down' },
    { column: 'meanLength', good: 'down' },
  ],
  presets: {
    forwarded: ['forwarded', 'chosen', 'withoutChoice'],
  },
  charts: [{ kind: 'bars', columns: ['forwarded'] }],
  specification: ['outcome', 'caller', 'forwardedFrom', 'menu', 'key', 'length', 'forwardedTo'],
})
