import { trustedProxies } from '#core/http/trusted_proxies'

/** A setting of the installation, as it is told and checked. Docs: docs/operations.md. */
export interface Setting {
  name: string
  /** What holds where it is not given, in words or as the value. */
  default: string
  /** What of its value nobody else may read: all of it, or the password of an address. */
  secret?: 'all' | 'password'
  /** What is wrong with a value, as the end of a sentence that begins with its name. */
  problem?(value: string): string | undefined
}

const namesHost = ({ hostname }: URL) => hostname !== ''

const address =
  (schemes: readonly string[], example: string, also: (url: URL) => boolean = namesHost) =>
  (value: string) => {
    const isRight =
      URL.canParse(value) &&
      schemes.includes(new URL(value).protocol.slice(0, -1)) &&
      also(new URL(value))
    return isRight ? undefined : `is no such address. Allowed: ${example}.`
  }

const number = (least: number, most: number) => (value: string) => {
  const found = Number(value)
  return value.trim() !== '' && found >= least && found <= most
    ? undefined
    : `is no number from ${least} to ${most}.`
}

const oneOf =
  (...allowed: string[]) =>
  (value: string) =>
    allowed.includes(value) ? undefined : `is not known. Allowed: ${allowed.join(', ')}.`

/** A network, or a socket of this machine; and the database's name. */
const namesDatabase = (url: URL) =>
  url.pathname.length > 1 && (url.hostname !== '' || url.searchParams.has('socket'))

function proxies(value: string) {
  try {
    trustedProxies(value)
    return undefined
  } catch (error) {
    return `is not right. ${(error as Error).message}`
  }
}

/** Every setting there is. */
export const settings: readonly Setting[] = [
  { name: 'NODE_ENV', default: 'none: it must be given' },
  { name: 'HOST', default: 'none: it must be given' },
  { name: 'PORT', default: 'none: it must be given', problem: number(0, 65_535) },
  { name: 'APP_KEY', default: 'none: it must be given', secret: 'all' },
  {
    name: 'PUBLIC_URL',
    default: 'http://HOST:PORT',
    problem: address(['http', 'https'], 'https://host'),
  },
  { name: 'TRUSTED_PROXIES', default: 'none', problem: proxies },
  { name: 'STORAGE', default: 'storage/' },
  {
    name: 'DATABASE_URL',
    default: 'SQLite in STORAGE',
    secret: 'password',
    problem: address(['mysql'], 'mysql://user:password@host:3306/database', namesDatabase),
  },
  {
    name: 'FACTS_URL',
    default: 'chDB in STORAGE',
    secret: 'password',
    problem: address(['http', 'https'], 'http://user:password@host:8123'),
  },
  {
    name: 'REDIS_URL',
    default: 'jobs on the SQL database',
    secret: 'password',
    problem: address(['redis', 'rediss'], 'redis://host:6379, rediss://host:6379'),
  },
  {
    name: 'SMTP_URL',
    default: 'mails are files in STORAGE',
    secret: 'password',
    problem: address(['smtp', 'smtps'], 'smtp://user:password@host:587, smtps://host:465'),
  },
  {
    name: 'MAIL_FROM',
    default: 'telestat@localhost',
    problem: (value) => (/^[^@]+@[^@]+$/.test(value) ? undefined : 'is no mail address.'),
  },
  { name: 'SMS_PROVIDER', default: 'no text messages' },
  { name: 'SMS_ADDRESS', default: "the provider's own" },
  { name: 'SMS_SENDER', default: 'Telestat' },
  { name: 'SMS_USER', default: 'none' },
  { name: 'SMS_SECRET', default: 'none', secret: 'all' },
  { name: 'SSO_PRIVATE_ISSUERS', default: 'false' },
  { name: 'INBOX_TAKEN', default: 'keep', problem: oneOf('keep', 'move', 'remove') },
  { name: 'COLLECT_LIMIT_MB', default: '200', problem: number(1, 100_000) },
  { name: 'DEMO_PACE', default: '1', problem: number(0, 10_000) },
  { name: 'LEASE_SECONDS', default: '10', problem: number(2, 600) },
  { name: 'SHUTDOWN_SECONDS', default: '20', problem: number(1, 3600) },
  { name: 'SHUTDOWN_NOTICE_SECONDS', default: '2', problem: number(0, 600) },
  {
    name: 'LOG_LEVEL',
    default: 'info',
    problem: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  },
]

type Values = Readonly<Record<string, string | undefined>>

/** What is wrong with the settings, a sentence for each, with its name and what it is now. */
export const problemsOfSettings = (values: Values): string[] =>
  settings.flatMap((setting) => {
    const value = values[setting.name]
    if (value === undefined || value === '') return []
    const problem = setting.problem?.(value)
    return problem ? [`${setting.name} ("${masked(setting, value)}") ${problem}`] : []
  })

/** A value without what nobody else may read. */
export function masked({ secret }: Setting, value: string): string {
  if (secret === undefined) return value
  if (secret === 'all') return '•••'
  // What cannot be read as an address may have its password anywhere.
  if (!URL.canParse(value)) return '•••'
  const url = new URL(value)
  if (url.password) url.password = '•••'
  return decodeURIComponent(url.href)
}
