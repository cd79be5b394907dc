import { defineConfig } from '@adonisjs/core/http'
import { trustedProxies } from '#core/http/trusted_proxies'
import env from '#start/env'

const behindTls = env.get('PUBLIC_URL')?.startsWith('https:') ?? false

export const http = defineConfig({
  generateRequestId: true,
  useAsyncLocalStorage: false,
  allowMethodSpoofing: false,
  trustProxy: trustedProxies(env.get('TRUSTED_PROXIES') ?? ''),
  cookie: { path: '/', maxAge: '2h', httpOnly: true, secure: behindTls, sameSite: 'lax' },
})
