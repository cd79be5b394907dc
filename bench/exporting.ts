import type { Ask } from './client.js'
import { YEAR } from './make_calls.js'
import { took } from './measure.js'
import { printRow, printTitle } from './print.js'
import type { BenchServer } from './server_process.js'
import type { Seen } from './server.js'

const MOST_MB = 250

/** What a file of a whole year's calls costs the server beside what it held before. */
export async function measureExporting(product: BenchServer, ask: Ask) {
  printTitle('Files of a year’s calls')
  const year = { from: YEAR.from, to: '2025-12-31' }
  const body = { report: 'bench.calls', interval: 'period', objects: 'all', columns: 'all' }
  const specification = JSON.parse(
    await ask('/api/report/v1/specification', { ...body, period: year, limit: 1 })
  ) as { count: number }
  printRow('calls', specification.count)
  for (const period of [{ ...year, to: '2025-01-02' }, year]) {
    await product.ask({ order: 'watch' })
    const { held } = await product.ask<Seen>({ order: 'seen' })
    await product.ask({ order: 'watch' })
    const time = await took(async () => {
      await ask('/api/report/v1/export', { ...body, period, format: 'xlsx', specification: true })
    })
    const { peak, stall } = await product.ask<Seen>({ order: 'seen' })
    printRow(`${period.from} – ${period.to}, s`, time / 1000)
    printRow(`memory that it added, MB (goal ${MOST_MB})`, (peak - held) / 1e6)
    printRow('longest stall of the event loop, ms (goal 50)', stall)
  }
}
