import vine from '@vinejs/vine'
import { jobStates } from '#core/jobs/models/background_job'

export const jobFilterValidator = vine.create({
  state: vine.enum(jobStates).optional(),
  customer: vine.string().trim().minLength(1).maxLength(191).optional(),
})
