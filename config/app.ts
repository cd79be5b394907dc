import { defineConfig } from '@adonisjs/core/http'
import env from '#start/env'

const behindTls = env.get('PUBLIC_URL')?.startsWith('https:') ?? false

export const http = defineConfig({
  generateRequestId: true,
  useAsyncLocalStorage: false,
  allowMethodSpoofing: false,
  cookie: { path: '/', maxAge: '2h', httpOnly: true, secure: behindTls, sameSite: 'lax' },
})
