import { randomBytes } from 'node:crypto'
import { appendFile, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Group } from '@japa/runner/core'
import { collectFile } from '#core/collection/actions/collect_file'
import type Customer from '#core/customers/models/customer'
import { factTableName } from '#core/facts/fact_table'
import { factStore } from '#core/facts/store'
import { Registry, useRegistry } from '#core/plugins/registry'
import { hotline, ignored, taught } from '#tests/functional/collection/made/hotline'
import { madeCustomer } from '#tests/made/customer'

/** The tests of the group know the hotline, and nothing else. */
export function useHotline(group: Group) {
  group.setup(() => {
    const registry = new Registry()
    registry.add(hotline, 'tests')
    const before = useRegistry(registry)
    return () => {
      useRegistry(before)
    }
  })
  group.each.teardown(() => {
    taught.clear()
    ignored.clear()
  })
}

/** A customer who has the hotline. */
export const hotlineCustomer = (): Promise<Customer> => madeCustomer({ plugins: ['hotline'] })

/** A file in a folder of its own, so that its name can be any. */
export async function logFile(lines: readonly string[], name = 'hotline.log') {
  const path = join(await mkdtemp(join(tmpdir(), 'telestat-log-')), name)
  await writeFile(path, lines.map((line) => `${line}\n`).join(''))
  return path
}

export const appendLines = (path: string, ...lines: string[]) =>
  appendFile(path, lines.map((line) => `${line}\n`).join(''))

export const collectLog = (customer: Customer, path: string, point = 'default') =>
  collectFile({
    customerId: customer.id,
    source: 'hotline',
    point,
    path,
    name: path.split('/').at(-1) ?? '',
  })

/** The customer's calls as a report would find them: `key queue moment outcome`, in order of key. */
export async function callsOf(customer: Customer): Promise<string[]> {
  const store = await factStore()
  const { rows } = await store.read({
    sql: `SELECT key, f_queue, formatDateTime(at, '%H:%i:%S', 'Europe/Stockholm'), f_outcome FROM ${factTableName('hotline', 'call')} FINAL WHERE customer = {customer:UInt32} ORDER BY key`,
    params: { customer: customer.id },
  })
  return rows.map((row) => row.join(' '))
}

/** A moment on Monday the 2nd of March 2026 in Stockholm. */
export const at = (time: string) => `2026-03-02T${time}+01:00`

export const unlikely = () => randomBytes(6).toString('hex')
