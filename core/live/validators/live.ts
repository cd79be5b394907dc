import vine from '@vinejs/vine'

const name = (most: number) => vine.string().trim().minLength(1).maxLength(most)

export const livePushQuery = vine.create({ source: vine.string().trim().optional() })

/** What somebody tells of objects of a collection point. */
export const livePush = vine.create({
  at: vine.date({ formats: { utc: true } }).optional(),
  goodFor: vine.number({ strict: true }).min(1).max(86_400),
  whole: vine.boolean({ strict: true }).optional(),
  objects: vine
    .array(
      vine.object({
        type: name(64),
        identifier: name(191),
        values: vine.record(vine.any().nullable()).nullable(),
      })
    )
    .maxLength(5000),
})

/** Lists in an address are divided by commas. */
export const liveValuesQuery = vine.create({
  source: name(64),
  type: name(64),
  figures: name(2000).optional(),
  objects: name(8000).optional(),
  groups: name(2000).optional(),
})
