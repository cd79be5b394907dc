import db from '@adonisjs/lucid/services/db'
import type { JobSchedule } from '#core/jobs/queue/job_queue'
import { answeredSoon } from '#core/jobs/queue/answered_soon'
import { jobQueue } from '#core/jobs/queue/queue_in_use'
import { countHealthPoints } from '#core/operations/queries/list_health_points'
import { serverHealth } from '#core/operations/queries/server_health'
import { registry } from '#core/plugins/registry'

/** How the installation is: how many points fail or have broken lines, jobs and when they run, plugins left out. No call data. */
export async function installationHealth() {
  const [points, schedules, jobs, server] = await Promise.all([
    countHealthPoints(),
    schedulesOfQueue(),
    db.from('background_jobs').groupBy('state').select('state').count('* as total'),
    serverHealth(),
  ])
  return {
    points,
    schedules,
    jobs: (jobs as { state: string; total: number | string }[]).map(({ state, total }) => ({
      status: state,
      total: Number(total),
    })),
    broken: registry().broken(),
    failing: server.failing,
  }
}

/** What is done again and again. A queue that cannot be reached hides nothing else. */
async function schedulesOfQueue(): Promise<(JobSchedule & { name: string })[]> {
  const queue = await jobQueue()
  const schedules = await answeredSoon(queue.schedules()).catch(() => [])
  return schedules.map((schedule) => ({ ...schedule, name: schedule.id }))
}
