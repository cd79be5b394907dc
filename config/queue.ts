import { defineConfig, drivers } from '@adonisjs/queue'
import env from '#start/env'

export default defineConfig({
  default: 'database',
  adapters: {
    database: drivers.database({ connectionName: env.get('DATABASE_URL') ? 'mysql' : 'sqlite' }),
    sync: drivers.sync(),
  },
  worker: {
    concurrency: 2,
    idleDelay: '500ms',
    stalledThreshold: '30s',
    stalledInterval: '10s',
    gracefulShutdown: false,
  },
  // Ours are listed in start/jobs.ts; the queue knows one that brings them.
  locations: [],
})
