import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import type { SourcePlugin } from '#core/contracts/source'
import { applyEdition } from '#core/customers/actions/apply_edition'
import { createCustomer } from '#core/customers/actions/create_customer'
import { setRetention } from '#core/customers/actions/set_retention'
import { collectDemo } from '#core/demo/actions/collect_demo'
import type { DemoProgress } from '#core/demo/demo_progress'
import { fillModules } from '#core/demo/actions/fill_modules'
import { DEMO_SLUG } from '#core/demo/demo_slug'
import { DEMO_DAYS } from '#core/demo/moving/forget_old_files'
import { keepDemoSignIn, type DemoSignIn } from '#core/demo/demo_sign_in'
import { registry } from '#core/plugins/registry'
import { createUser } from '#core/users/actions/create_user'

const ZONE = 'Europe/Stockholm'

/**
 * Makes the demo customer: users, and a year of calls up to now, written by the plugins' demo writers
 * as their platforms would and collected like any other file.
 */
export async function createDemo(progress: DemoProgress): Promise<DemoSignIn> {
  const sources = registry()
    .sources()
    .filter((source) => source.demo)
  const customer = await createCustomer({
    slug: DEMO_SLUG,
    name: 'Nordvik Handel AB',
    zone: ZONE,
    edition: 'extended',
    plugins: sources.map((source) => source.key),
  })
  await applyEdition(customer)
  for (const { key, events } of sources) {
    for (const event of events) {
      await setRetention({
        customerId: customer.id,
        event: `${key}.${event.key}`,
        days: String(DEMO_DAYS),
      })
    }
  }
  const until = new Date()
  const from = DateTime.fromJSDate(until, { zone: ZONE }).minus({ years: 1 }).toISODate() ?? ''
  for (const source of sources) await collectDemo({ source, customer, from, until, progress })
  const { signIn, administrator } = await addPeople(sources)
  await fillModules(registry().modules(), {
    customerId: customer.id,
    userId: administrator.id,
    from: DateTime.fromISO(from, { zone: ZONE }).toJSDate(),
    until,
  })
  return signIn
}

/** An administrator, and a supervisor who sees the objects of one group only. */
async function addPeople(sources: readonly SourcePlugin[]) {
  const signIn = { email: 'anna.hansson@nordvik.example', password: password() }
  const { user: administrator } = await createUser({
    customer: DEMO_SLUG,
    email: signIn.email,
    name: 'Anna Hansson',
    language: 'sv',
    administrator: true,
    seesEverything: true,
    password: signIn.password,
  })
  const limited = { email: 'maria.holm@nordvik.example', password: password() }
  await createUser({
    customer: DEMO_SLUG,
    email: limited.email,
    name: 'Maria Holm',
    language: 'sv',
    administrator: false,
    seesEverything: false,
    groups: sources.length ? ['Kundtjänst'] : [],
    password: limited.password,
  })
  await keepDemoSignIn(signIn, limited)
  return { signIn, administrator }
}

const password = () => randomBytes(9).toString('base64url')
