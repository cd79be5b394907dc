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
  manager: {
    label: 'Manager interface',
    help: 'Host of the manager interface (AMI), such as pbx.example or pbx.example:5038. With it, what happens in the queues is seen at once. The account needs read = agent,system and no write.',
    type: 'text',
  },
  managerTls: { label: 'Manager interface over TLS', type: 'flag' },
  managerUser: { label: 'Account of the manager interface', type: 'text' },
  managerSecret: { label: 'Secret of the account', type: 'secret' },
  actUser: {
    label: 'Account that logs agents on and off',
    help: 'An account of its own at the manager interface, with read = agent and write = agent. With it, agents log on to queues and pause from their desk. The queue log must be written with log_membername_as_agent = yes.',
    type: 'text',
  },
  actSecret: { label: 'Secret of the account that logs on and off', type: 'secret' },
  pauseReasons: {
    label: 'Reasons for pauses',
    help: 'Reason as the queue log has it → the name that agents choose, such as lunch → Lunch.',
    type: 'map',
  },
  wrapUpSeconds: {
    label: 'Wrap-up of queues',
    help: 'Queue as the log writes it → its wrap-up time in seconds, such as support → 30. The manager interface does not tell it.',
    type: 'map',
  },
} satisfies Settings
