import type { Settings } from '#core/contracts/settings'

/** What is set for each collection point: one switchboard, or one of its management nodes. */
export const pointSettings = {
  address: {
    label: 'Address of the management node',
    help: 'Such as https://mn.example.com. Leave it empty where records come as files.',
    type: 'text',
  },
  ticket: {
    label: 'System ticket',
    help: 'The ticket that cdr-pipelines.xml of the management node defines.',
    type: 'secret',
  },
  firstDay: {
    label: 'First day to fetch',
    help: 'Such as 2026-01-01. Without one, fetching begins with yesterday.',
    type: 'text',
  },
  rereadDays: {
    label: 'Days to fetch again',
    help: 'How many days back are fetched again each time, so that late records are counted.',
    type: 'number',
    default: 2,
  },
  timeoutSeconds: {
    label: 'Longest wait for an answer',
    help: 'In seconds.',
    type: 'number',
    default: 120,
  },
  columns: {
    label: 'Columns of the file',
    help: 'Where a format version has a column: 9.callId and the place counted from 1, or = and a value that holds for every line.',
    type: 'map',
  },
  words: {
    label: 'Words of the file',
    help: 'What a word of a format version means: 9.result.ANSWERED and answered.',
    type: 'map',
  },
} as const satisfies Settings
