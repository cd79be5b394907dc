import logger from '@adonisjs/core/services/logger'
import type { ModuleJob, ModulePlugin, ModuleRecurring } from '#core/contracts/module'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { heldByEach } from '#core/customers/queries/held_by_each'
import { defineJob, defineRecurringJob } from '#core/jobs/job_kind'
import { addJobKind, addRecurringJob } from '#core/jobs/known_jobs'
import { moduleOff } from '#core/modules/errors'
import { moduleReader } from '#core/modules/module_readers'
import { customerTools } from '#core/modules/module_tools'
import { asRefusals } from '#core/modules/refused'
import type { ModuleCapability } from '#core/permissions/matrix'
import { translate } from '#core/plugins/translate'

/** Makes the jobs of modules known. */
export function addModuleJobs(modules: readonly ModulePlugin[]): void {
  for (const module of modules) {
    for (const job of module.jobs ?? []) addJobKind(startedJob(module, job))
    for (const job of module.recurring ?? []) addRecurringJob(recurringJob(module, job))
  }
}

/** They may write facts, so they run where the facts are open. Where the module is off by then, nothing is done. */
const startedJob = (module: ModulePlugin, { name, capability, run }: ModuleJob) =>
  defineJob({
    name: `${module.key}.${name}`,
    needsFacts: true,
    capability: `${module.key}.${capability}` as ModuleCapability,
    label: (locale) => translate(module, `jobs.${name}`, locale),
    async run(payload, { customerId, signal, progress, reader }) {
      const enabled = await enabledModules(customerId)
      if (!enabled.includes(module.key)) throw moduleOff(module.key)
      const job = { signal, progress, reader: moduleReader(module.key, await reader()) }
      const outcome = await asRefusals(() => run(payload, job, customerTools(module, customerId)))
      return outcome ? { outcome } : undefined
    },
  })

/** For each customer that has the module; one that fails keeps no other from its turn. */
const recurringJob = (module: ModulePlugin, { name, cron, run }: ModuleRecurring) =>
  defineRecurringJob({
    name: `${module.key}.${name}`,
    needsFacts: true,
    cron,
    async run() {
      const customers = await heldByEach()
      for (const { id, plugins } of customers) {
        if (!plugins.includes(module.key)) continue
        await run(customerTools(module, id)).catch((error: unknown) =>
          logger.error({ err: error, customer: id }, `${module.key}.${name} failed`)
        )
      }
    },
  })
