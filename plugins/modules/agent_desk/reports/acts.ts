import { defineReportType } from '#core/contracts/plugin'
import { act } from '../events/act.js'

const ended = (is: string) => ({ field: 'outcome', is }) as const
const by = (is: string) => ({ field: 'by', is }) as const
const count = (label: string, description: string, where: ReturnType<typeof ended | typeof by>) =>
  ({ label, description, unit: 'count', value: { count: 'events', where } }) as const

/** What agents wished of the platform, and what became of it. */
export const acts = defineReportType({
  key: 'agent_desk.acts',
  label: 'Log-ons and pauses from the desk',
  description:
    'Each wish to log on, log off, pause or be ready, how it ended, who wished it, and how long the platform took to confirm it.',
  events: { act },
  subject: 'agent',
  columns: {
    asked: {
      label: 'Wishes',
      description: 'Wishes, each queue by itself.',
      unit: 'count',
      basic: true,
      value: { count: 'events' },
      consistsOf: [
        ['confirmed', 'already', 'refused', 'unknown', 'replaced'],
        ['bySelf', 'bySupervisor', 'byRule', 'byRestore'],
      ],
    },
    confirmed: {
      ...count('Confirmed', 'Wishes that the platform confirmed.', ended('confirmed')),
      basic: true,
    },
    already: count('Already so', 'Wishes for what was so before.', ended('already')),
    refused: {
      ...count('Refused', 'Wishes that the platform refused.', ended('refused')),
      basic: true,
    },
    unknown: count(
      'Not known',
      'Wishes of which nobody could say how they ended.',
      ended('unknown')
    ),
    replaced: count(
      'Replaced',
      'Wishes that were replaced by a newer one before the platform was asked.',
      ended('replaced')
    ),
    bySelf: count('By the agent', 'Wishes of the agent.', by('self')),
    bySupervisor: count(
      'By a supervisor',
      'Wishes of a supervisor for the agent.',
      by('supervisor')
    ),
    byRule: count('By a rule', 'Wishes that a rule made.', by('rule')),
    byRestore: count('Restored', 'Wishes that were made again after a restart.', by('restore')),
    confirmedWithin95: {
      label: '95 % confirmed within, ms',
      description: 'Milliseconds within which 95 % of the confirmed wishes were confirmed.',
      unit: 'number',
      basic: true,
      value: { percentile: 'milliseconds', at: 95, where: ended('confirmed') },
    },
  },
  charts: [{ kind: 'stack', columns: ['confirmed', 'already', 'refused', 'unknown', 'replaced'] }],
  specification: ['agent', 'name', 'queue', 'outcome', 'by', 'reason', 'milliseconds'],
  presets: { outcomes: ['confirmed', 'already', 'refused', 'unknown', 'replaced'] },
})
