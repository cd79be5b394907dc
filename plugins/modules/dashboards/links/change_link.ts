import { hash } from 'argon2'
import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { seenBoard } from '../find_board.js'
import { checkLink, endOf } from './checked_link.js'
import { freeze } from './freeze.js'
import { linkAt } from './link.js'
import { linkFields, linkInput } from './link_input.js'

/** Changes who may open a link, switches it off, or has it show the dashboard as it is now. */
export const changeLink = defineOperation({
  method: 'patch',
  path: 'links/:id',
  capability: 'publish',
  summary: 'Change a public link, or publish the dashboard to it anew',
  status: 204,
  input: vine.create({
    ...linkInput,
    password: vine.string().minLength(8).maxLength(200).nullable().optional(),
    enabled: vine.literal(false).optional(),
    publish: vine.literal(true).optional(),
  }),
  fields: {
    ...linkFields,
    password: 'Another password; null where none is asked for any more.',
    enabled: 'False switches it off. It is switched on by another address alone.',
    publish: 'Shows the dashboard as it is published now, with your rights.',
  },
  async handle({ input, params, reader, customer }) {
    const link = await linkAt(customer, params.id)
    const board = await seenBoard(customer, reader, String(link.boardId))
    await checkLink(customer, reader, input)
    const { name, days, password, networks, hosts, names, enabled, publish } = input
    // Whoever says what is shown shows it with their own rights.
    const renewed = publish === true || (names !== undefined && names !== link.names)
    const shown = renewed && {
      names: names ?? link.names,
      frozen: JSON.stringify(
        await freeze(customer, reader, board, {
          language: link.language,
          names: (names ?? link.names) && reader.can('give'),
        })
      ),
      revision: board.published,
      published_by: reader.userId,
      paused: null,
    }
    const change = {
      ...(name !== undefined && { name }),
      ...(days !== undefined && { ends_at: await endOf(customer, days) }),
      ...(password !== undefined && {
        password_hash: password === null ? null : await hash(password),
      }),
      ...(networks && { networks: JSON.stringify(networks) }),
      ...(hosts && { hosts: JSON.stringify(hosts) }),
      ...(enabled === false && { enabled }),
      ...(shown && shown),
    }
    await customer.transaction(async (rows) => {
      if (Object.keys(change).length) await rows('links').update({ id: link.id }, change)
      // Who has been let in by other rules is asked again.
      if (password !== undefined || networks || enabled === false) {
        await rows('views').update({ link_id: link.id }, { view_hash: '' })
      }
    })
    customer.refreshStreams()
    const details = { link: link.id, changed: Object.keys(input).sort().join(', ') }
    await customer.audit({ action: 'linkChanged', by: reader, subject: board.name, details })
  },
})
