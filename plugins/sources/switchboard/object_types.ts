import type { ObjectType } from '#core/contracts/event'

const number = { label: 'Number', pattern: '^\\+[1-9][0-9]{5,14}$', example: '+46846500410' }

/** What the platform keeps records about. Numbers are E.164, as the platform itself names its services. */
export const objectTypes = {
  user: {
    people: true,
    label: 'User',
    plural: 'Users',
    icon: 'user',
    identifier: { label: 'User name', pattern: '.+', example: 'anna.hansson' },
  },
  attendantGroup: {
    label: 'Attendant group',
    plural: 'Attendant groups',
    icon: 'headset',
    identifier: number,
  },
  answerGroup: {
    label: 'Advanced answer group',
    plural: 'Advanced answer groups',
    icon: 'users',
    identifier: number,
  },
  huntGroup: {
    label: 'Answer group',
    plural: 'Answer groups',
    icon: 'phone-forwarded',
    identifier: number,
  },
  functionNumber: {
    label: 'Function number',
    plural: 'Function numbers',
    icon: 'hash',
    identifier: number,
  },
  menu: {
    label: 'Menu (IVR)',
    plural: 'Menus (IVR)',
    icon: 'list-tree',
    identifier: number,
  },
  organisation: {
    label: 'Organisation',
    plural: 'Organisations',
    icon: 'network',
    identifier: { label: 'Organisation id', pattern: '.+', example: 'stockholm' },
  },
  externalSystem: {
    label: 'External system',
    plural: 'External systems',
    icon: 'server',
    identifier: { label: 'System id', pattern: '.+', example: 'answering-service' },
  },
  externalNumber: {
    label: 'External number',
    plural: 'External numbers',
    icon: 'phone-outgoing',
    identifier: { label: 'Number', pattern: '.+', example: '+46406280412' },
  },
} as const satisfies Record<string, ObjectType>

export type ObjectKind = keyof typeof objectTypes

/** Where a call may have been before it came to an object. */
export const sources = [
  'user',
  'attendantGroup',
  'answerGroup',
  'huntGroup',
  'functionNumber',
  'menu',
  'externalSystem',
] as const satisfies readonly ObjectKind[]

/** Where an object may send a call on. */
export const destinations = [...sources, 'externalNumber'] as const satisfies readonly ObjectKind[]

/** The groups that keep callers in a queue. */
export const queues = ['attendantGroup', 'answerGroup'] as const satisfies readonly ObjectKind[]
