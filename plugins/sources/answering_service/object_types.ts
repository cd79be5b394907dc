import type { ObjectType } from '#core/contracts/event'

/** What the platform keeps records about. */
export const objectTypes = {
  service: {
    label: 'Answered service',
    plural: 'Answered services',
    icon: 'phone-incoming',
    identifier: { label: 'Service', pattern: '.+', example: '+46846500700' },
  },
  agent: {
    people: true,
    label: 'Agent',
    plural: 'Agents',
    icon: 'headset',
    identifier: { label: 'Agent', pattern: '.+', example: 'maja' },
  },
  person: {
    people: true,
    label: 'Assigned person',
    plural: 'Assigned persons',
    icon: 'user',
    identifier: { label: 'E-mail address', pattern: '.+', example: 'anna.hansson@nordvik.example' },
  },
} as const satisfies Record<string, ObjectType>
