import { defineConfig, transports } from '@adonisjs/mail'
import env from '#start/env'

export default defineConfig({
  default: 'smtp',
  from: { address: env.get('MAIL_FROM') ?? 'telestat@localhost', name: 'Telestat' },
  mailers: { smtp: transports.smtp({ host: '127.0.0.1', port: 25 }) },
})
