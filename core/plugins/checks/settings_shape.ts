import * as is from '#core/plugins/checks/shape'

/** Settings as an administrator is asked for them. */
export const settingsShape = is.record(
  is.object({
    label: is.text,
    help: is.optional(is.text),
    required: is.optional(is.marker),
    type: is.oneOf('text', 'number', 'flag', 'secret', 'choice', 'zone', 'map'),
    choices: is.optional(is.record(is.text)),
    default: is.anything,
  })
)
