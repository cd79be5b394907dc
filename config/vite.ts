import { defineConfig } from '@adonisjs/vite'

/** Runs as soon as it is there: it asks what the page's code, still under way, will want to know. */
const FIRST = 'first_answers'

export default defineConfig({
  buildDirectory: 'public/assets',
  manifestFile: 'public/assets/.vite/manifest.json',
  assetsUrl: '/assets',
  scriptAttributes: ({ src }): Record<string, boolean> =>
    src.includes(FIRST) ? { async: true } : { defer: true },
})
