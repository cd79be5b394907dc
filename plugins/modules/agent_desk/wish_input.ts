import vine from '@vinejs/vine'

/** What is wished, as requests have it. */
export const wishInput = {
  key: vine.string().regex(/^[\w-]{6,64}$/),
  name: vine.enum(['logOn', 'logOff', 'pause', 'resume'] as const),
  queues: vine.array(vine.string().maxLength(191)).maxLength(200).optional(),
  reason: vine.string().trim().maxLength(100).optional(),
}

export const wishFields = {
  key: 'Made up by who asks: the same again is the same wish.',
  name: 'What is wished.',
  queues: 'The queues, as the platform calls them; all of the agent’s where left out.',
  reason: 'Of a pause one that the platform lists; of a supervisor any, which the agent is told.',
}
