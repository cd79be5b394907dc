import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import Customer from '#core/customers/models/customer'
import { commandLine } from '#tests/made/command'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'

test('commands and a server that is writing all the while wait for each other, and lose nothing', async ({
  assert,
}) => {
  const point = await madePoint(await madeCustomer())
  const slugs = Array.from({ length: 3 }, () => `c-${randomBytes(6).toString('hex')}`)
  const commands = { running: true }
  const made = Promise.all(
    slugs.map((slug) => commandLine(['customer:create', `--slug=${slug}`, '--name=Beside']))
  ).finally(() => {
    commands.running = false
  })
  for (let round = 0; commands.running; round += 1) {
    const objects = Array.from({ length: 50 }, (_, index) =>
      queue(`q${index}`, { name: `Round ${round}`, groups: [`Group ${round % 3}`] })
    )
    await madeObjects(point, objects)
    // The commands' ends are told between rounds.
    await new Promise(setImmediate)
  }
  for (const { exitCode, output, errors } of await made) assert.equal(exitCode, 0, output + errors)
  const found = await Customer.query().whereIn('slug', slugs)
  assert.lengthOf(found, 3)
})
