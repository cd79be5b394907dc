import type { CollectedObject } from '#core/contracts/collector'

/** A service group of the demo, and how it is there. */
export interface DemoGroup {
  id: string
  name: string
  access: string
  agents: readonly string[]
  /** Mean seconds that customers wait, and that a conversation lasts. */
  wait: number
  talk: number
}

export const agentGroups = { malmo: 'Malmö', umea: 'Umeå' } as const

export const agents = [
  { id: '4701', name: 'Lena Berggren', group: 'malmo' },
  { id: '4702', name: 'Amir Haddad', group: 'malmo' },
  { id: '4703', name: 'Sara Lindholm', group: 'umea' },
  { id: '4704', name: 'Johan Väisänen', group: 'umea' },
] as const

export const groupOf = (agent: string) => agents.find(({ id }) => id === agent)!.group

export const groups: readonly DemoGroup[] = [
  {
    id: 'support',
    name: 'Support',
    access: '+46846500510',
    agents: ['4701', '4702', '4703'],
    wait: 38,
    talk: 340,
  },
  {
    id: 'returns',
    name: 'Reklamation',
    access: '+46846500520',
    agents: ['4702', '4704', '4703'],
    wait: 55,
    talk: 280,
  },
]

const object = (
  objectType: string,
  identifier: string,
  name: string,
  inGroups: readonly string[] = []
): CollectedObject => ({ objectType, identifier, name, groups: inGroups })

/** Everything that the demo has statistics about. */
export const castObjects: readonly CollectedObject[] = [
  ...groups.map(({ id, name }) => object('serviceGroup', id, name, ['Kundtjänst'])),
  ...groups.map(({ access, name }) => object('serviceAccess', access, `${name} (direktnummer)`)),
  ...agents.map(({ id, name }) => object('agent', id, name, ['Kundtjänst'])),
  ...Object.entries(agentGroups).map(([id, name]) => object('agentGroup', id, name)),
]

export const callers: readonly string[] = Array.from(
  { length: 80 },
  (_, index) => `+464062804${String(index).padStart(2, '0')}`
)
