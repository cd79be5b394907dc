import type { CollectedObject } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { namedObjects } from '../named_objects.js'

export const customerService = 'Kundservice'
export const technicalSupport = 'Teknisk support'

export interface Person {
  name: string
  extension: string
  /** As the queue log writes the agent: by name, or by interface where no name was given. */
  agent: string
  queues: readonly string[]
}

const person = (
  name: string,
  extension: string,
  queues: readonly string[],
  agent = name
): Person => ({
  name,
  extension,
  agent,
  queues,
})

/** Who works at the site that the demo's files come from. */
export const people: readonly Person[] = [
  person('Anna Hansson', '2101', [customerService]),
  person('David Holm', '2102', [customerService]),
  person('Ebba Dohna', '2103', [customerService]),
  person('Emil Ekström', '2104', [customerService, technicalSupport]),
  person('Erik Svensson', '2105', [technicalSupport]),
  person('Jan Hansson', '2106', [technicalSupport]),
  person('Maria Holm', '2107', [technicalSupport]),
  person('Nils Jonsson', '2108', [technicalSupport]),
  person('Sofie Ramfors', '2109', [customerService]),
  person('Pelle Olsson', '2110', [customerService, technicalSupport]),
  person('Karin Lindqvist', '2111', [customerService], 'Local/2111@from-internal/n'),
  person('Oskar Nyström', '2112', [technicalSupport], 'PJSIP/2112'),
]

export const settings: Readonly<Record<string, Json>> = {
  agents: {
    'Local/2111@from-internal': 'Karin Lindqvist',
    'PJSIP/2112': 'Oskar Nyström',
  },
  extensions: Object.fromEntries(people.map(({ name, extension }) => [extension, name])),
  trunks: 'telia',
}

export const objects: readonly CollectedObject[] = [
  ...[customerService, technicalSupport].map((queue) => ({
    objectType: 'queue',
    identifier: queue,
    name: queue,
  })),
  ...namedObjects({ ...settings, agents: agentsByName() }),
]

function agentsByName(): Record<string, string> {
  const interfaces = settings.agents as Record<string, string>
  return { ...Object.fromEntries(people.map(({ name }) => [name, name])), ...interfaces }
}

/** Numbers that are given to nobody, for use in fiction. */
const ranges = [
  ['070174', 605, 699, 4],
  ['031390', 600, 699, 4],
  ['08465004', 0, 99, 2],
  ['040628', 400, 499, 4],
] as const
export const outsideNumbers: readonly string[] = ranges.flatMap(([begin, from, to, digits]) =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => begin + String(from + index).padStart(digits, '0')
  )
)
