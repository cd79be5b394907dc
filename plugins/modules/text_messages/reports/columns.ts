const inState = (...states: string[]) => ({ field: 'state' as const, is: states })
const counted = (label: string, description: string, ...states: string[]) =>
  ({
    label,
    description,
    unit: 'count',
    value: { count: 'events', where: inState(...states) },
  }) as const

/** What became of messages, and what they cost: the same of senders, sendings and people. */
export const messageColumns = {
  messages: {
    label: 'Messages',
    description: 'Messages that were planned for these recipients, whatever became of them.',
    unit: 'count',
    value: { count: 'events' },
    consistsOf: [
      [
        'delivered',
        'undelivered',
        'expired',
        'rejected',
        'pending',
        'failed',
        'unknown',
        'stopped',
        'skipped',
      ],
    ],
  },
  delivered: counted(
    'Delivered',
    'Messages that the recipient’s telephone has taken.',
    'delivered'
  ),
  undelivered: counted(
    'Not delivered',
    'Messages that the recipient’s operator could not deliver.',
    'undelivered'
  ),
  expired: counted('Expired', 'Messages that could not be delivered in time.', 'expired'),
  rejected: counted('Rejected', 'Messages that an operator refused.', 'rejected'),
  pending: counted(
    'On their way',
    'Messages that the gateway has taken and not told the end of.',
    'pending'
  ),
  failed: counted('Failed', 'Messages that the gateway did not take.', 'failed'),
  unknown: counted(
    'Unknown',
    'Messages that may have been taken: no answer came. They are never sent again by themselves.',
    'unknown'
  ),
  stopped: counted(
    'Stopped',
    'Messages of a sending that was stopped before their turn.',
    'stopped'
  ),
  skipped: counted(
    'Left out',
    'Messages to people who had opted out, or that would have come too late.',
    'skipped'
  ),
  sent: {
    label: 'Sent',
    description: 'Messages that the gateway has taken, or may have taken.',
    unit: 'count',
    hidden: true,
    value: { plus: ['delivered', 'undelivered', 'expired', 'rejected', 'pending', 'unknown'] },
  },
  deliveredShare: {
    label: '(%) Delivered',
    description: 'Share of the messages that were sent that was delivered.',
    unit: 'percent',
    value: { percent: ['delivered', 'sent'] },
  },
  parts: {
    label: 'Parts',
    description: 'In how many parts the messages were sent: a long text takes several.',
    unit: 'count',
    value: {
      sum: 'parts',
      where: inState('delivered', 'undelivered', 'expired', 'rejected', 'pending', 'unknown'),
    },
  },
  cost: {
    label: 'Cost',
    description: 'What the messages cost, in the unit of the gateway’s account.',
    unit: 'number',
    value: { sum: 'price' },
  },
  costPerDelivered: {
    label: 'Cost per delivered',
    description: 'What was paid for each message that was delivered.',
    unit: 'number',
    value: { ratio: ['cost', 'delivered'] },
  },
  meanDeliveryTime: {
    label: '(M) Delivery time',
    description: 'How long it took on average from the gateway to the recipient.',
    unit: 'seconds',
    value: { mean: 'seconds' },
  },
  deliveryTime90: {
    label: '90 % delivered within',
    description: 'Nine of ten delivered messages took at most so long.',
    unit: 'seconds',
    value: { percentile: 'seconds', at: 90 },
  },
  unicode: {
    label: 'Unicode',
    description: 'Messages with characters that make them be sent as Unicode, in shorter parts.',
    unit: 'count',
    value: { count: 'events', where: { field: 'encoding', is: 'ucs2' } },
  },
  unicodeShare: {
    label: '(%) Unicode',
    description: 'Share of the messages that is sent as Unicode.',
    unit: 'percent',
    value: { percent: ['unicode', 'messages'] },
  },
} as const
