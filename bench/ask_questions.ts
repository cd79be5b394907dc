import type { Ask } from './client.js'
import { mediansInTurn } from './measure.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'
import type { BenchServer } from './server_process.js'
import type { Seen } from './server.js'

/** Each question over HTTP and by hand, beside what MariaDB took. */
export async function askQuestions(
  product: BenchServer,
  ask: Ask,
  customer: number,
  mariadb?: ReadonlyMap<string, number>
) {
  printTitle('Questions: medians in milliseconds', 'product', 'by hand', 'MariaDB')
  for (const { name, address, body, engine, goal } of questions) {
    const sql = engine.replaceAll('{customer}', '{customer:UInt32}')
    const [ours, byHand] = await mediansInTurn(
      [
        () => ask(`/api/report/v1/${address}`, body),
        () => product.ask({ order: 'read', sql, params: { customer } }),
      ],
      async () => {
        const { processor } = await product.ask<Seen>({ order: 'seen' })
        return processor
      }
    )
    const theirs = mariadb?.get(name)
    printRow(name, ours.time, byHand.time, theirs)
    printRow('   of the processor', ours.processor, byHand.processor)
    const reached = ours.time <= byHand.time * 1.3 + 15
    printRow(
      '   goal: 1.3 x by hand + 15 ms',
      reached ? 'reached' : 'missed',
      `${(ours.time / byHand.time).toFixed(2)} x`,
      theirs && `${(theirs / ours.time).toFixed(1)} x faster${goal ? `, goal ${goal}` : ''}`
    )
  }
}
