import { defineConfig } from '@adonisjs/shield'
import { http } from '#config/app'

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
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    reportOnly: false,
  },
  csrf: {
    enabled: true,
    enableXsrfCookie: true,
    // As long as the session: a page that was left open overnight can still be used in the morning.
    cookieOptions: { maxAge: '12h' },
    methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  },
  xFrame: { enabled: true, action: 'DENY' },
  // Only where a proxy before us speaks TLS: a browser would not forget it.
  hsts: { enabled: http.cookie.secure ?? false, maxAge: '180 days' },
  contentTypeSniffing: { enabled: true },
})
