import { defineConfig, drivers } from '@adonisjs/core/hash'

/** Memory and passes follow OWASP's password storage advice for Argon2id (19 MiB, two passes). */
export default defineConfig({
  default: 'argon',
  list: { argon: drivers.argon2({ variant: 'id', memory: 19456, iterations: 2, parallelism: 1 }) },
})
