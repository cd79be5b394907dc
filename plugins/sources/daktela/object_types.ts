import type { ObjectType } from '#core/contracts/event'

/** What the platform keeps records about. */
export const objectTypes = {
  queue: {
    label: 'Queue',
    plural: 'Queues',
    icon: 'users',
    identifier: { label: 'Queue number', pattern: '.+', example: '1001' },
  },
  agent: {
    people: true,
    label: 'Agent',
    plural: 'Agents',
    icon: 'headset',
    identifier: { label: 'User name', pattern: '.+', example: 'anna.novakova' },
  },
} as const satisfies Record<string, ObjectType>
