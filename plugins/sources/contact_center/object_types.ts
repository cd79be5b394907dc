import type { ObjectType } from '#core/contracts/event'

/** What the platform keeps records about. */
export const objectTypes = {
  serviceGroup: {
    label: 'Service group',
    plural: 'Service groups',
    icon: 'users',
    identifier: { label: 'Service group', pattern: '.+', example: 'order' },
  },
  agent: {
    people: true,
    label: 'Agent',
    plural: 'Agents',
    icon: 'headset',
    identifier: { label: 'Agent id', pattern: '.+', example: '4711' },
  },
  agentGroup: {
    label: 'Agent group',
    plural: 'Agent groups',
    icon: 'users-round',
    identifier: { label: 'Agent group', pattern: '.+', example: 'stockholm' },
  },
  serviceAccess: {
    label: 'Service access',
    plural: 'Service accesses',
    icon: 'phone-incoming',
    identifier: { label: 'Number', pattern: '.+', example: '+46846500500' },
  },
} as const satisfies Record<string, ObjectType>
