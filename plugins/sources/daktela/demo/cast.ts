import type { CollectedObject } from '#core/contracts/collector'

export const agents = [
  { name: 'eva.dvorak', title: 'Eva Dvořák' },
  { name: 'markus.ahl', title: 'Markus Ahl' },
  { name: 'nina.sand', title: 'Nina Sand' },
] as const

export const queues = [
  { name: '7001', title: 'E-handel', wait: 24, talk: 230 },
  { name: '7002', title: 'Betalningar', wait: 41, talk: 310 },
] as const

const object = (objectType: string, identifier: string, name: string): CollectedObject => ({
  objectType,
  identifier,
  name,
  groups: ['Kundtjänst'],
})

export const castObjects: readonly CollectedObject[] = [
  ...queues.map(({ name, title }) => object('queue', name, title)),
  ...agents.map(({ name, title }) => object('agent', name, title)),
]

export const callers: readonly string[] = Array.from(
  { length: 60 },
  (_, index) => `+4670174${String(600 + index).padStart(4, '0')}`
)
