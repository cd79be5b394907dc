import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import {
  type Sending,
  changeState,
  countSending,
  demandState,
  findSending,
} from '../engine/sending.js'
import { stopSending } from '../engine/stop.js'
import { notMine } from '../errors.js'
import { presentSending } from '../present.js'

const input = vine.create({})
const fields = { id: 'Id of the sending.' }

function demandMine({ madeById, startedById }: Sending, reader: ModuleReader) {
  const own = madeById === reader.userId || startedById === reader.userId
  if (!own && reader.role !== 'administrator') throw notMine()
}

const presented = async (customer: CustomerTools, reader: ModuleReader, id: number) => ({
  sending: await presentSending(customer, reader, await findSending(customer, id)),
})

/** Nothing more is handed over, from the next block on; what waits keeps waiting. */
export const pauseSending = defineOperation({
  method: 'post',
  path: 'sendings/:id/pause',
  capability: 'sendings',
  summary: 'Pause a sending: nothing more is handed over within two seconds',
  input,
  fields,
  async handle({ params, reader, customer }) {
    const sending = await findSending(customer, params.id!)
    demandMine(sending, reader)
    demandState(sending, ['running', 'scheduled', 'paused'])
    await changeState(customer, sending.id, ['running', 'scheduled'], {
      ...{ state: 'paused', problem: null },
    })
    const about = { subject: sending.name, details: { sending: sending.id } }
    await customer.audit({ action: 'paused', by: reader, ...about })
    return presented(customer, reader, sending.id)
  },
})

/** Goes on with those that wait, and with nobody else. */
export const resumeSending = defineOperation({
  method: 'post',
  path: 'sendings/:id/resume',
  capability: 'sendings',
  summary: 'Go on with a sending that is paused',
  input,
  fields,
  async handle({ params, reader, customer }) {
    const sending = await findSending(customer, params.id!)
    demandMine(sending, reader)
    demandState(sending, ['paused', 'running'])
    await changeState(customer, sending.id, ['paused'], { state: 'running', problem: null })
    const about = { subject: sending.name, details: { sending: sending.id } }
    await customer.audit({ action: 'resumed', by: reader, ...about })
    return presented(customer, reader, sending.id)
  },
})

/** Ends it: those that wait get nothing, and what they would have cost is told. */
export const endSending = defineOperation({
  method: 'post',
  path: 'sendings/:id/stop',
  capability: 'sendings',
  summary: 'Stop a sending for good, and be told what was not spent',
  input,
  fields,
  async handle({ params, reader, customer }) {
    const sending = await findSending(customer, params.id!)
    demandMine(sending, reader)
    demandState(sending, ['draft', 'scheduled', 'running', 'paused', 'stopped'])
    await stopSending(customer, sending.id)
    const about = { subject: sending.name, details: { sending: sending.id } }
    await customer.audit({ action: 'stopped', by: reader, ...about })
    await countSending(customer, sending.id)
    return presented(customer, reader, sending.id)
  },
})
