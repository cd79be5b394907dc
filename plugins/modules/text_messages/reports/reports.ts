import { defineReportType } from '#core/contracts/plugin'
import { message } from '../events/message.js'
import { messageColumns } from './columns.js'

const detailed = [
  'number',
  'state',
  'parts',
  'price',
  'via',
  'idx',
  'sending',
  'login',
  'sender',
  'encoding',
  'seconds',
  'country',
] as const
const presets = {
  overview: ['messages', 'delivered', 'deliveredShare', 'parts', 'cost'],
  outcomes: [
    'messages',
    'delivered',
    'undelivered',
    'expired',
    'rejected',
    'pending',
    'failed',
    'unknown',
    'stopped',
    'skipped',
  ],
  cost: ['delivered', 'parts', 'cost', 'costPerDelivered', 'unicodeShare'],
} as const
const charts = [
  {
    kind: 'stack',
    columns: ['delivered', 'undelivered', 'expired', 'rejected', 'pending', 'failed', 'unknown'],
  },
  { kind: 'bars', columns: ['parts'], line: 'deliveredShare' },
] as const

/** By sender: over days the short report, its specification the detailed one. */
export const messages = defineReportType({
  key: 'text_messages.messages',
  label: 'SMS',
  description:
    'How many text messages were sent by each sender, what became of them and what they cost',
  basic: true,
  events: { message },
  subject: 'sender',
  columns: messageColumns,
  presets,
  charts,
  specification: detailed,
})

/** By sending: the report of mass sendings. */
export const sendings = defineReportType({
  key: 'text_messages.sendings',
  label: 'SMS sendings',
  description: 'What became of the messages of each sending to many, and what it cost',
  events: { message },
  subject: 'sending',
  where: { message: { not: { field: 'sending', is: null } } },
  columns: messageColumns,
  presets,
  charts,
  specification: detailed,
})

/** By who sent them. */
export const logins = defineReportType({
  key: 'text_messages.logins',
  label: 'SMS by person',
  description: 'How many text messages each person sent, what became of them and what they cost',
  events: { message },
  subject: 'login',
  where: { message: { not: { field: 'login', is: null } } },
  columns: messageColumns,
  presets,
  charts,
  specification: detailed,
})
