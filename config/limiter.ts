import { defineConfig, stores } from '@adonisjs/limiter'

/** In the database, as several processes share that; what has expired is removed with the old jobs. */
export default defineConfig({
  default: 'database',
  stores: {
    database: stores.database({
      tableName: 'request_limits',
      keyPrefix: '',
      clearExpiredByTimeout: false,
    }),
  },
})

declare module '@adonisjs/limiter/types' {
  interface LimitersList {
    database: ReturnType<typeof stores.database>
  }
}
