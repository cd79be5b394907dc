import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { InlineConfig } from 'vite'
import { compressedCopies } from './vite.compressed_copies.js'

/** What they begin in. */
export const programs: readonly string[] = globSync('plugins/modules/*/frontend/*/main.ts')

/**
 * The programs of documents of modules, one script and one sheet each. They run on televisions: the
 * oldest engine is that of Chrome 79, for which the page's own style sheets are too new.
 */
const config: InlineConfig = {
  base: '/assets/',
  publicDir: false,
  envDir: false,
  logLevel: 'warn',
  build: {
    target: 'chrome79',
    cssTarget: 'chrome79',
    outDir: 'public/assets',
    emptyOutDir: false,
    assetsDir: 'documents',
    manifest: 'documents/.vite/manifest.json',
    modulePreload: false,
    rolldownOptions: { input: [...programs] },
  },
  resolve: {
    alias: [
      {
        find: /^#core\/contracts\/(.*)$/,
        replacement: fileURLToPath(new URL('core/contracts/$1.ts', import.meta.url)),
      },
      // What programs of documents may take of the page: nothing that brings the page's kit along.
      {
        find: '#page/shows',
        replacement: fileURLToPath(new URL('frontend/visualisations/shows.ts', import.meta.url)),
      },
      {
        find: '#page/format_value',
        replacement: fileURLToPath(new URL('frontend/reports/format_value.ts', import.meta.url)),
      },
    ],
  },
  plugins: [vue(), compressedCopies],
}

export default config
