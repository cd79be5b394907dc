import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { measureAgents } from './agents.js'
import { askBeside } from './ask_beside.js'
import { askQuestions } from './ask_questions.js'
import { client } from './client.js'
import { measureCollecting } from './collecting.js'
import { measureGrowth } from './growth.js'
import { askMariadb } from './mariadb.js'
import { took } from './measure.js'
import { measureExporting } from './exporting.js'
import { measurePushing } from './pushing.js'
import { measureDeliveries } from './growth_deliveries.js'
import { measurePulling } from './pulling.js'
import { printRow, printTitle } from './print.js'
import { questions } from './questions.js'
import { newStorage, startServer } from './server_process.js'
import type { Made, Seen } from './server.js'

const CALLS = Number(process.env.BENCH_CALLS ?? 10_000_000)
/** Some of `questions`, `beside`, `pulling`, `exporting`, `pushing` and `deliveries`, `growth` or `agents`: these alone are measured. */
const ONLY = process.env.BENCH_ONLY?.split(',')
const WITH_MARIADB = process.env.BENCH_MARIADB !== 'no'

const port = await freePort()
const storage = newStorage()
try {
  await bench()
} finally {
  rmSync(storage, { recursive: true, force: true })
}

async function bench() {
  if (ONLY?.includes('growth')) return growth()
  if (ONLY?.includes('agents')) return agents()
  printTitle(`${CALLS.toLocaleString('en')} calls of four customers`)
  const copy = join(storage, 'calls.tsv')
  const [largest] = await make(copy)
  const mariadb = WITH_MARIADB ? await askMariadb(copy, largest.id) : undefined
  rmSync(copy, { force: true })

  const product = await startServer(storage, port)
  try {
    const ask = await client(`http://127.0.0.1:${port}`, largest)
    // What is loaded when it is first needed is not what readers wait for all day.
    for (const { address, body } of questions) await ask(`/api/report/v1/${address}`, body)
    const feed = `http://127.0.0.1:${port}/c/${largest.address}/`
    const parts: Record<string, () => Promise<void>> = {
      questions: () => askQuestions(product, ask, largest.id, mariadb),
      beside: () => askBeside(product, ask, largest.id),
      pulling: () => measurePulling(product, ask, feed),
      exporting: () => measureExporting(product, ask),
      pushing: () => measurePushing(ask),
      deliveries: () => measureDeliveries(product, ask),
    }
    if (ONLY) {
      for (const part of ONLY) await parts[part]()
      return
    }
    await product.ask({ order: 'watch' })
    await askQuestions(product, ask, largest.id, mariadb)
    await askBeside(product, ask, largest.id)
    await measurePulling(product, ask, feed)
    await measureExporting(product, ask)
    const reading = await product.ask<Seen>({ order: 'seen' })
    await measureCollecting(ask)
    await measurePushing(ask)
    const collecting = await product.ask<Seen>({ order: 'seen' })

    printTitle('The process')
    printRow('longest stall of the event loop while reading, ms (goal 50)', reading.stall)
    printRow('longest stall while collecting, ms (goal 50)', collecting.stall)
    printRow('most memory held while reading, MB (goal 1 000)', reading.memory / 1e6)
    printRow('most memory held in all, MB (goal 1 000)', collecting.memory / 1e6)
  } finally {
    await product.stop()
  }
}

async function agents() {
  const product = await startServer(storage, port)
  try {
    await measureAgents(product)
  } finally {
    await product.stop()
  }
}

async function growth() {
  const product = await startServer(storage, port)
  try {
    await measureGrowth(product, `http://127.0.0.1:${port}`)
  } finally {
    await product.stop()
  }
}

/** Making millions of calls at once is not the product's work, so a process does it that ends before anything is measured. */
async function make(copy: string): Promise<Made['customers']> {
  const maker = await startServer(storage, port)
  try {
    let customers: Made['customers'] = []
    const time = await took(async () => {
      const made = await maker.ask<Made>({ order: 'make', calls: CALLS })
      customers = made.customers
    })
    printRow('made inside the engine', `${(time / 1000).toFixed(0)} s`)
    if (WITH_MARIADB) await maker.ask({ order: 'dump', path: copy })
    return customers
  } finally {
    await maker.stop()
  }
}

function freePort() {
  return new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
