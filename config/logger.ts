import { defineConfig, destination } from '@adonisjs/core/logger'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

export default defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'telestat',
      level: env.get('LOG_LEVEL') ?? 'info',
      // What a command prints is its answer, often read by a program: the log keeps to standard error.
      ...(app.getEnvironment() === 'console' && { destination: destination(2) }),
    },
  },
})
