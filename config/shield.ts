import { defineConfig } from '@adonisjs/shield'

/** Requests that carry a token of their own are no browser's, so they need no proof against forgery. */
function carriesToken(headers: Record<string, unknown>) {
  return Boolean(headers['authorization'] ?? headers['api-token'])
}

export default defineConfig({
  csp: {
    enabled: true,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", '@nonce'],
      // ApexCharts and the UI kit set style attributes on what they draw.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      frameAncestors: ["'none'"],
    },
    reportOnly: false,
  },
  csrf: {
    enabled: true,
    exceptRoutes: (ctx) =>
      carriesToken(ctx.request.headers()) || ctx.request.url() === '/api/auth/jwt',
    enableXsrfCookie: true,
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: true, action: 'DENY' },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: true },
})
