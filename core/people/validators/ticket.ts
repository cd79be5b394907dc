import vine from '@vinejs/vine'
import { allGrants } from '#core/permissions/grant'
import { registry } from '#core/plugins/registry'

export const ticketValidator = vine.create({
  name: vine.string().trim().minLength(1).maxLength(191),
  grants: vine
    .array(
      vine.enum(() =>
        allGrants(
          registry()
            .modules()
            .map(({ key }) => key)
        )
      )
    )
    .minLength(1),
})
