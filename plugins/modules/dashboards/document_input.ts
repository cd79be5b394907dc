import vine from '@vinejs/vine'
import { warningLooks } from '#core/contracts/board'
import { periodChoices } from '#core/contracts/period_choice'

const whole = (least: number, most: number) =>
  vine.number({ strict: true }).withoutDecimals().range([least, most])
const text = (most: number) => vine.string().trim().maxLength(most)
const key = () => vine.string().regex(/^[A-Za-z][A-Za-z0-9_.]{0,63}$/)
const colour = () => vine.string().regex(/^#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?$/)
const clock = () => vine.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
/** Of pictures and pages of others: the browser opens them, and never by an open line. */
const address = () =>
  vine
    .string()
    .maxLength(2000)
    .regex(/^https:\/\/[^\s"'<>\\]+$/)
const names = (most: number) => vine.array(vine.string().maxLength(400)).maxLength(most)

const period = () =>
  vine.object({
    choice: vine.enum(periodChoices),
    count: whole(1, 9131).optional(),
    fromTime: clock().optional(),
    toTime: clock().optional(),
    weekdays: vine.array(whole(1, 7)).minLength(1).maxLength(7).optional(),
    holidays: vine.enum(['counted', 'leftOut']).optional(),
    hours: vine.enum(['all', 'open']).optional(),
  })

const data = vine.object({
  report: key().optional(),
  columns: vine.array(vine.string().maxLength(200)).maxLength(60).optional(),
  source: key().optional(),
  objectType: key().optional(),
  objects: vine
    .object({ objects: names(1000).optional(), groups: names(200).optional() })
    .optional(),
  period: period().optional(),
  grouping: vine.enum(['total', 'object', 'group', 'groupAndObject']).optional(),
  interval: vine
    .enum([
      'timeOfDay',
      'weekday',
      'date',
      'week',
      'month',
      'quarter',
      'year',
      'yearMonth',
      'period',
    ])
    .optional(),
  intervalMinutes: vine.enum([5, 10, 15, 30, 60] as const).optional(),
  parameters: vine.record(vine.array(vine.number({ strict: true })).maxLength(20)).optional(),
})

const widget = vine.object({
  kind: key(),
  title: text(120).optional(),
  note: text(300).optional(),
  data: data.optional(),
  settings: vine.record(vine.any()).optional(),
  warnings: vine
    .array(
      vine.object({
        side: vine.enum(['from', 'below']),
        at: vine.number({ strict: true }),
        look: vine.enum(warningLooks),
        text: text(60).optional(),
      })
    )
    .maxLength(8)
    .optional(),
  look: vine
    .object({
      background: colour().optional(),
      hideTitle: vine.literal(true).optional(),
      align: vine.enum(['left', 'center']).optional(),
    })
    .optional(),
})

/** The shape of a board’s document; `check_document.ts` asks whether its parts fit each other. */
export const documentInput = vine.object({
  schema: vine.literal(1),
  mode: vine.enum(['rows', 'free']),
  look: vine.object({
    background: colour().optional(),
    image: address().optional(),
    imageFit: vine.enum(['cover', 'contain', 'repeat']).optional(),
    opacity: whole(0, 100).optional(),
    theme: vine.enum(['light', 'dark']).optional(),
  }),
  variables: vine.object({
    period: period().optional(),
    groups: names(200).optional(),
    objects: vine.object({ source: key(), objectType: key(), objects: names(1000) }).optional(),
  }),
  places: vine
    .array(
      vine.object({
        id: vine.string().regex(/^[a-z0-9]{1,16}$/),
        x: whole(0, 23),
        y: whole(0, 999),
        w: whole(1, 24),
        h: whole(1, 60),
      })
    )
    .maxLength(60),
  phone: vine.array(vine.string().maxLength(16)).maxLength(60).optional(),
  widgets: vine.record(widget),
})
