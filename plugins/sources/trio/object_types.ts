import type { ObjectType } from '#core/contracts/event'

/** What the platform keeps records about. */
export const objectTypes = {
  serviceId: {
    label: 'Service id',
    plural: 'Service ids',
    icon: 'headset',
    identifier: { label: 'Service id', pattern: '.+', example: '1001' },
  },
  agent: {
    people: true,
    label: 'Agent',
    plural: 'Agents',
    icon: 'user',
    identifier: { label: 'Agent', pattern: '.+', example: 'anna.hansson' },
  },
} as const satisfies Record<string, ObjectType>
