import type { Exchange } from './exchange.js'

/**
 * Does what an account asks of the queues, as a real exchange does: what it says where it does not, empty
 * where it does. Pausing again is taken, and moves the time of the pause.
 */
export function actedOn(exchange: Exchange, fields: Readonly<Record<string, string>>): string {
  const { Queue: queue = '', Interface: device = '' } = fields
  if (!exchange.isOpen(queue)) return `Unable to ${verbOf(fields)} interface: No such queue`
  const member = exchange.memberAt(queue, device)
  switch (fields.Action) {
    case 'QueueAdd':
      if (member) return 'Unable to add interface: Already there'
      exchange.add(queue, fields.MemberName ?? device, device)
      return ''
    case 'QueueRemove':
      if (!member) return 'Unable to remove interface from queue: Not there'
      if (member.fixed) return 'Unable to remove interface from queue: Member not dynamic'
      exchange.remove(queue, member.name)
      return ''
    default:
      if (!member) return 'Interface not found'
      exchange.pause(queue, member.name, fields.Reason ?? '', fields.Paused === 'true')
      return ''
  }
}

const verbOf = ({ Action }: Readonly<Record<string, string>>) =>
  Action === 'QueueAdd' ? 'add' : Action === 'QueueRemove' ? 'remove' : 'pause'
