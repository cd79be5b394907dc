import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from '@japa/runner'
import { type ChannelPlugin, NotSent } from '#core/contracts/channel'
import type { ChannelConformance, ChannelStandIn } from '#core/contracts/conformance'

const TEXT = 'Din kod är 204 861. Åäö, õ, ļ.'

/** What a channel says became of a message that it did not take; `taken` where it did. */
const outcomeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => 'taken',
    (error: unknown) => (error instanceof NotSent ? error.outcome : String(error))
  )

/** Declares the tests that every channel passes, for each platform that it speaks to. */
export async function channelSuite(channel: ChannelPlugin, folder: string): Promise<void> {
  const file = pathToFileURL(join(folder, 'tests', 'conformance.ts')).href
  const { default: conformance } = (await import(file)) as { default: ChannelConformance }
  for (const { name, start } of conformance.platforms) {
    test.group(`Contract | channel ${channel.key} to ${name}`, (group) => {
      let standIn: ChannelStandIn
      group.setup(async () => {
        standIn = await start()
        return () => standIn.stop()
      })

      const send = (text = TEXT, settings = standIn.settings) =>
        channel.send({ id: randomUUID(), to: standIn.to, subject: 'Din kod', text }, settings)

      test('a message arrives word by word, and has a reference', async ({ assert }) => {
        const { reference } = await send()
        assert.isAbove(reference.length, 0)
        const last = standIn.received().at(-1)
        assert.include(last?.text, TEXT)
        assert.equal(last?.to.replaceAll(/^\+|^00/g, ''), standIn.to.replace('+', ''))
      })

      test('two messages have references of their own', async ({ assert }) => {
        const [first, second] = [await send('one'), await send('two')]
        assert.notEqual(first.reference, second.reference)
      })

      test('a key that is not taken is told of without being shown', async ({ assert }) => {
        const { wrongSettings } = standIn
        if (!wrongSettings) return
        const before = standIn.received().length
        const refused = await send(TEXT, wrongSettings).then(
          () => '',
          (error: unknown) => String(error)
        )
        assert.isAbove(refused.length, 10)
        assert.notInclude(refused, 'wrong-secret')
        assert.lengthOf(standIn.received(), before)
      })

      test('a message that may have been taken is never tried again by itself', async ({
        assert,
      }) => {
        if (!standIn.hangUp) return
        const before = standIn.received().length
        standIn.hangUp()
        assert.equal(await outcomeOf(send()), 'unknown')
        assert.lengthOf(standIn.received(), before + 1)
      })

      test('what passes is tried again, and a refusal is not', async ({ assert }) => {
        if (!standIn.fail) return
        standIn.fail('later')
        assert.equal(await outcomeOf(send()), 'temporary')
        standIn.fail('refused')
        assert.equal(await outcomeOf(send()), 'permanent')
      })

      test('many at once have an outcome each, and one that is refused stops no other', async ({
        assert,
      }) => {
        if (!channel.sendMany) return
        const before = standIn.received().length
        const texts = [...Array.from({ length: 5 }, () => TEXT), 'Another one']
        const messages = [...texts, TEXT].map((text, at) => ({
          ...{ id: randomUUID(), subject: '', text },
          to: at === texts.length ? '+12' : `${standIn.to.slice(0, -2)}${String(10 + at)}`,
        }))
        const outcomes = await channel.sendMany(messages, standIn.settings)
        assert.sameMembers(
          [...outcomes.keys()],
          messages.map(({ id }) => id)
        )
        const refused = outcomes.get(messages.at(-1)!.id)
        assert.instanceOf(refused, NotSent)
        assert.equal((refused as NotSent).outcome, 'permanent')
        const references = messages.slice(0, -1).map(({ id }) => {
          const taken = outcomes.get(id)
          return taken && 'reference' in taken ? taken.reference : ''
        })
        assert.lengthOf(new Set(references), texts.length)
        assert.notInclude(references, '')
        assert.sameMembers(
          standIn
            .received()
            .slice(before)
            .map(({ text }) => text),
          texts
        )
      })

      test('what the platform tells by itself is read, and answered as it wants', async ({
        assert,
      }) => {
        const { tells } = standIn
        if (!channel.calls || !tells) return
        const { reference } = await send()
        for (const how of ['sent', 'delivered', 'undelivered'] as const) {
          const { reports, answer } = channel.calls(tells(reference, how), standIn.settings)
          assert.deepEqual(
            reports.map(({ state, ...report }) => [report.reference, state]),
            [[reference, how]]
          )
          assert.isBelow(answer.status, 300)
        }
        const nonsense = { method: 'POST', query: {}, body: { hello: ['world'] } }
        assert.deepEqual(channel.calls(nonsense, standIn.settings).reports, [])
      })

      test('what is left on the account is a decimal in its own unit', async ({ assert }) => {
        if (!channel.account) return
        const { balance, unit, senders } = await channel.account(standIn.settings)
        assert.match(balance ?? '', /^-?\d+(\.\d+)?$/)
        assert.isNotEmpty(unit)
        assert.isTrue(senders.some(({ usable }) => usable))
      })

      test('what the platform says of a message is told of', async ({ assert }) => {
        if (!channel.status || !standIn.deliver) return
        const messages = [await send('one'), await send('two'), await send('three')]
        const references = messages.map(({ reference }) => reference)
        standIn.deliver(references[0]!, 'confirmed')
        standIn.deliver(references[1]!, 'bounced')
        const statuses = await channel.status(references, standIn.settings)
        assert.deepEqual(
          references.map((reference) => statuses.get(reference)),
          ['confirmed', 'bounced', 'handed']
        )
      })
    })

    test.group(`Contract | channel ${channel.key} without ${name}`, () => {
      test('a platform that is down fails the message', async ({ assert }) => {
        const standIn = await start()
        const { settings, to } = standIn
        await standIn.stop()
        if (!standIn.wrongSettings) return
        const message = { id: randomUUID(), to, subject: 'Din kod', text: TEXT }
        assert.equal(await outcomeOf(channel.send(message, settings)), 'temporary')
      })
    })
  }
}
