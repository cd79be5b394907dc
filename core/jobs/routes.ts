import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const Jobs = () => import('#core/jobs/controllers/jobs_controller')
const EveryJob = () => import('#core/jobs/controllers/every_job_controller')

router
  .group(() => {
    router.get('/', [Jobs, 'index'])
    router.get(':id', [Jobs, 'show'])
    router.post(':id/cancel', [Jobs, 'cancel'])
    router.post(':id/retry', [Jobs, 'retry'])
    router.get(':id/file', [Jobs, 'file'])
    router.delete(':id', [Jobs, 'destroy'])
  })
  .prefix('/api/jobs/v1')
  .use(middleware.reader({ grant: 'report', capability: 'jobs.own' }))
  .as('jobs')

router
  .group(() => {
    router.get('/', [EveryJob, 'index'])
    router.post(':id/cancel', [EveryJob, 'cancel'])
    router.post(':id/retry', [EveryJob, 'retry'])
  })
  .prefix('/api/operator/v1/jobs')
  .use(middleware.reader({ capability: 'operator.jobs' }))
  .as('operator.jobs')
