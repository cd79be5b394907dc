import type { Settings } from '#core/contracts/settings'

/** Asked per collection point: one Asterisk. */
export const pointSettings = {
  agents: {
    label: 'Names of agents',
    help: 'Interface as the queue log writes it → the person, such as SIP/8007 → Anna Hansson. Several interfaces may be the same person.',
    type: 'map',
  },
  queues: {
    label: 'Names of queues',
    help: 'Queue as the log writes it → the name to show, such as 9000 → Support.',
    type: 'map',
  },
  extensions: {
    label: 'Names of extensions',
    help: 'Extension → the name to show, such as 8007 → Anna Hansson.',
    type: 'map',
  },
  trunks: {
    label: 'Trunks',
    help: 'Names of the connections to the outside as they stand in channels, divided by commas, such as telia, voip-provider. Calls at them are not counted as calls of an extension.',
    type: 'text',
  },
} satisfies Settings
