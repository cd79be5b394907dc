import vine from '@vinejs/vine'

const HOST = /^https:\/\/(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?$/

/** What is said of a link. */
export const linkInput = {
  name: vine.string().trim().maxLength(120).optional(),
  days: vine.number({ strict: true }).withoutDecimals().range([1, 3650]).optional(),
  password: vine.string().minLength(8).maxLength(200).optional(),
  networks: vine.array(vine.string().maxLength(50)).maxLength(50).optional(),
  hosts: vine.array(vine.string().maxLength(255).regex(HOST)).maxLength(20).optional(),
  names: vine.boolean({ strict: true }).optional(),
}

export const linkFields = {
  name: 'Whom it is for.',
  days: 'How many days it works from now. 90 where it is left out.',
  password: 'Asked for before anything is shown; at least eight characters.',
  networks: 'Only from these networks, such as 192.0.2.0/24; from everywhere where there are none.',
  hosts: 'Sites that may show it in a frame, such as https://intranet.example.',
  names: 'Whether names of people are shown. Administrators alone may say yes.',
}
