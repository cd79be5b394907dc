import { defineConfig } from '@adonisjs/static'

/** What the build names by its content is never another under the same name: a browser need not ask again. */
const named = /\/public\/assets\/(?:documents\/)?[^/]+-[\w-]{8}\.\w+(?:\.br|\.gz)?$/

export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  headers: (path) =>
    named.test(path) ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {},
})
