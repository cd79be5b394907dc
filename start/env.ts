import { Env } from '@adonisjs/core/env'
import { problemOfKey } from '#core/http/own_key'
import { problemsOfSettings } from '#core/http/settings'

/** Everything that an installation sets. Docs: docs/operations.md. */
const env = await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  HOST: Env.schema.string({ format: 'host' }),
  PORT: Env.schema.number(),
  APP_KEY: Env.schema.secret(),
  STORAGE: Env.schema.string.optional(),
  DATABASE_URL: Env.schema.string.optional(),
  FACTS_URL: Env.schema.string.optional(),
  REDIS_URL: Env.schema.string.optional(),
  SMTP_URL: Env.schema.string.optional(),
  MAIL_FROM: Env.schema.string.optional(),
  SSO_PRIVATE_ISSUERS: Env.schema.boolean.optional(),
  SMS_PROVIDER: Env.schema.string.optional(),
  SMS_ADDRESS: Env.schema.string.optional(),
  SMS_SENDER: Env.schema.string.optional(),
  SMS_USER: Env.schema.string.optional(),
  SMS_SECRET: Env.schema.string.optional(),
  PUBLIC_URL: Env.schema.string.optional(),
  TRUSTED_PROXIES: Env.schema.string.optional(),
  LOG_LEVEL: Env.schema.string.optional(),
  INBOX_TAKEN: Env.schema.enum.optional(['keep', 'move', 'remove'] as const),
  COLLECT_LIMIT_MB: Env.schema.number.optional(),
  DEMO_PACE: Env.schema.number.optional(),
  SHUTDOWN_SECONDS: Env.schema.number.optional(),
  SHUTDOWN_NOTICE_SECONDS: Env.schema.number.optional(),
  LEASE_SECONDS: Env.schema.number.optional(),
})

const problems = problemsOfSettings(process.env)
if (problems.length > 0) {
  throw new Error(`Wrong settings, nothing starts:\n- ${problems.join('\n- ')}`)
}

const problem = env.get('NODE_ENV') === 'production' && problemOfKey(env.get('APP_KEY').release())
if (problem) throw new Error(`The server does not start: ${problem} Make one of its own.`)

export default env
