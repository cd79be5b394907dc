import type { Settings } from '#core/contracts/settings'

/** What is set for each collection point: one instance of the platform. */
export const pointSettings = {
  address: {
    label: 'Address of the instance',
    help: 'Such as https://company.daktela.com. Leave it empty where recorded answers come as files.',
    type: 'text',
  },
  token: {
    label: 'Access token',
    help: 'The static token of an API user. Leave it empty to sign in with user name and password.',
    type: 'secret',
  },
  username: {
    label: 'User name',
    help: 'Of an API user, where there is no static token.',
    type: 'text',
  },
  password: { label: 'Password', type: 'secret' },
  firstDay: {
    label: 'First day to fetch',
    help: 'Such as 2026-01-01. Without one, fetching begins with yesterday.',
    type: 'text',
  },
  rereadHours: {
    label: 'Hours to fetch again',
    help: 'How many hours back are fetched again each time: a call changes after it has ended, for example when somebody calls back.',
    type: 'number',
    default: 48,
  },
  timeoutSeconds: {
    label: 'Longest wait for an answer',
    help: 'In seconds.',
    type: 'number',
    default: 60,
  },
} as const satisfies Settings
