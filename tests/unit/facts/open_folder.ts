import { openEmbeddedStore } from '#core/facts/engine/embedded_store'
import { RequestError } from '#core/http/request_error'
import { writeEventFacts } from '#core/facts/write_event_facts'
import { call, callEvent } from '#tests/unit/facts/made_calls'

/** A process that opens a folder of facts, writes one, says how that went and closes it when told. */
const warnings: string[] = []
try {
  const store = await openEmbeddedStore(process.argv[2]!, (message) => warnings.push(message))
  const events = [call('a', '2026-05-01T08:00:00Z')]
  await writeEventFacts(store, {
    customerId: 1,
    pointId: 1,
    zone: 'UTC',
    source: 'suite',
    schema: callEvent,
    events,
  })
  process.once('message', () => void store.close().then(() => process.exit(0)))
  process.send!({ warnings, error: '' })
} catch (error) {
  const code = error instanceof RequestError ? error.problem.code : 'UNKNOWN'
  process.once('message', () => process.exit(0))
  process.send!({ warnings, error: `${code} ${String((error as Error).message)}` })
}
