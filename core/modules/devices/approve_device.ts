import db from '@adonisjs/lucid/services/db'
import { waitingDevice } from '#core/modules/devices/look_at_device'

/**
 * Gives a device that waits to a customer, where the number is the one that it shows; else its code has
 * ended, so that nobody can try all numbers. Answers whether it was.
 */
export async function approveDevice(of: {
  module: string
  customerId: number
  code: string
  number: number
  subject: string
}): Promise<boolean> {
  const { module, customerId, code, number, subject } = of
  const device = await waitingDevice(module, code)
  if (!device) return false
  const row = db.from('device_codes').where('id', device.id).whereNull('subject')
  if (device.check_number !== number) {
    await row.delete()
    return false
  }
  const changed = Number(await row.update({ customer_id: customerId, subject }))
  return changed === 1
}
