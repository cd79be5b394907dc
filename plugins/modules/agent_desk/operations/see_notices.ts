import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'

/** Says that what others have done has been read. */
export const seeNotices = defineOperation({
  method: 'post',
  path: 'me/notices/seen',
  capability: 'own',
  summary: 'Say that you have read what others did for you',
  input: vine.create({}),
  status: 204,
  async handle({ reader, customer }) {
    await customer
      .rows('notices')
      .update({ user_id: reader.userId, seen_at: null }, { seen_at: customer.now() })
    customer.refreshStreams()
  },
})
