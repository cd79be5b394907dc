import { randomUUID } from 'node:crypto'
import { hash } from 'argon2'
import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { tooManyLinks } from '../errors.js'
import { seenBoard } from '../find_board.js'
import { checkLink, endOf } from './checked_link.js'
import { freeze } from './freeze.js'
import { linkFields, linkInput } from './link_input.js'
import { hashOf, newSecret } from './secret.js'

const MOST = 200

/** Shows a dashboard to everybody who has the address, as it is now. */
export const addLink = defineOperation({
  method: 'post',
  path: 'boards/:id/links',
  capability: 'publish',
  summary: 'Make a public link to a dashboard',
  status: 201,
  input: vine.create(linkInput),
  fields: linkFields,
  answer: {
    type: 'object',
    required: ['id', 'address'],
    properties: {
      id: { type: 'integer' },
      address: { type: 'string', description: 'Told this once: only a hash of its end is kept.' },
    },
  },
  async handle({ input, params, reader, customer, locale }) {
    const board = await seenBoard(customer, reader, params.id)
    await checkLink(customer, reader, input)
    if ((await customer.rows('links').count()) >= MOST) throw tooManyLinks(MOST)
    const { name = '', password, networks = [], hosts = [], names = false } = input
    const [endsAt, frozen, passwordHash] = await Promise.all([
      endOf(customer, input.days),
      freeze(customer, reader, board, { language: locale, names }),
      password === undefined ? null : hash(password),
    ])
    const subject = `link ${randomUUID()}`
    const secret = newSecret()
    const address = await customer.link('show/:token', subject)
    const id = await customer.rows('links').insert({
      ...{ subject, address, name, names, language: locale },
      board_id: board.id,
      secret_hash: hashOf(secret),
      hint: secret.slice(-4),
      password_hash: passwordHash,
      enabled: true,
      ends_at: endsAt,
      networks: JSON.stringify(networks),
      hosts: JSON.stringify(hosts),
      revision: board.published,
      frozen: JSON.stringify(frozen),
      published_by: reader.userId,
      paused: null,
      made_at: customer.now(),
      rotated_at: null,
    })
    await customer.audit({
      action: 'linkMade',
      by: reader,
      subject: board.name,
      details: { link: id, names, password: password !== undefined, until: endsAt.toISOString() },
    })
    return { id, address: `${address}#${secret}` }
  },
})
