import '@poppinss/ts-exec'

const { migrate } = await import('./migrate.ts')
await migrate()
await import('./server.ts')
