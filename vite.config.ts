import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import adonisjs from '@adonisjs/vite/client'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { build, defineConfig, type Plugin } from 'vite'
import { compressedCopies } from './vite.compressed_copies.js'
import documents, { programs } from './vite.documents.config.js'

/** The icons that plugins of this repository declare for their objects; those of others are fetched when shown. */
const declaredIcons = globSync('plugins/**/*.ts')
  .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bicon: '([a-z0-9-]+)'/g)])
  .map(([, name]) => `lucide:${name}`)

const NAMESPACES = 'reka-ui/namespaced'
const APART = '\0reka-namespace:'

/**
 * The kit takes its popovers and menus from a file that names every part of its library, calendars and
 * colour pickers too. Each namespace is a module of its own here, so that a page brings those it shows.
 */
const namespacesApart: Plugin = {
  name: 'namespaces-apart',
  enforce: 'pre',
  resolveId: (id) => {
    if (id === NAMESPACES) return { id: APART, moduleSideEffects: false }
    return id.startsWith(APART) ? { id, moduleSideEffects: false } : null
  },
  load: (id) => {
    if (!id.startsWith(APART)) return null
    const whole = readFileSync('node_modules/reka-ui/dist/namespaced/index.mjs', 'utf8')
    const namespaces = [...whole.matchAll(/^const (\w+) = \{([^}]+)\};$/gm)]
    if (id === APART) {
      return namespaces.map(([, name]) => `export { ${name} } from '${APART}${name}'`).join('\n')
    }
    const [, name, parts] = namespaces.find(([, known]) => APART + known === id) ?? []
    const imported = [...(parts ?? '').matchAll(/: (\w+)/g)].map(([, part]) => part)
    return `import { ${imported.join(', ')} } from 'reka-ui'\nexport const ${name} = {${parts}}`
  },
}

const kit = (names: string) => `/@nuxt/ui/dist/runtime/components/(?:${names})\\.vue`
const ours = (names: string) => `/frontend/(?:${names})\\.(?:ts|vue)`
const anyOf = (...paths: string[]) => new RegExp(paths.join('|'))

/**
 * What the first pages need is few files: on a phone's network each request costs more than what it brings.
 * Each group takes along what its modules import and none before it has.
 */
const groups = [
  {
    name: 'framework',
    test: /node_modules\/(?:@vue\/|vue\/|vue-router\/|pinia\/|vue-i18n\/|@intlify\/|@vueuse\/)/,
    priority: 20,
  },
  // Runs before the rest is there.
  { name: 'early', test: /\/frontend\/early\//, priority: 30 },
  { name: 'entry', tags: ['$initial' as const], priority: 10 },
  {
    name: 'common',
    test: anyOf(
      kit('Alert|Button|FormField|Input'),
      ours('components/(?:BrandMark|ProblemNotice|SupportLink)'),
      ours('composables/(?:use_problem|use_task)|stores/change_language')
    ),
    priority: 9,
  },
  {
    name: 'signing',
    test: anyOf(
      kit('Progress'),
      ours('components/(?:LanguageFlags|OpenFrame|PasswordField)'),
      ours('composables/(?:use_arrival_problem|use_way_in)|stores/sign_in|api/single_sign_on')
    ),
    priority: 8,
  },
  {
    name: 'shell',
    test: anyOf(
      kit('Badge|DropdownMenu|Skeleton|Slideover|Tooltip'),
      ours('components/(?:StateMessage|object_icon)|composables/use_moment'),
      ours('reports/(?:calendar|column_label|format_value|note_opened|presets_of)')
    ),
    priority: 7,
  },
]

export default defineConfig({
  // `ace build` builds every Vite environment; the ssr one would overwrite the page in the same folder.
  builder: {
    buildApp: async (builder) => {
      await builder.build(builder.environments.client)
      if (programs.length) await build({ ...documents, configFile: false })
    },
  },
  build: {
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  // Rules of both sides: the page knows no other part of the server.
  resolve: {
    alias: [
      {
        find: /^#core\/contracts\/(.*)$/,
        replacement: fileURLToPath(new URL('core/contracts/$1.ts', import.meta.url)),
      },
    ],
  },
  define: {
    // Of the words' library only what the page uses: no older way of calling it, no components of its own.
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  // The server's settings are none of the page's.
  envDir: false,
  plugins: [
    vue(),
    ui({
      // Their types stand in frontend/nuxt_ui.d.ts, so that they are checked before the first build.
      dts: false,
      autoImport: false,
      // frontend/composables/use_theme.ts remembers light and dark.
      colorMode: false,
      // Icons travel with the page; nothing is asked of the internet.
      icon: {
        clientBundle: {
          icons: [...new Set(declaredIcons)],
          scan: { globInclude: ['frontend/**/*.{vue,ts}', 'plugins/{widgets,modules}/**/*.vue'] },
        },
      },
      ui: {
        colors: { primary: 'fjord', neutral: 'slate' },
        button: { slots: { base: 'font-medium cursor-pointer' } },
        tabs: {
          slots: { trigger: 'cursor-pointer' },
          // Where tabs scroll sideways, what lies below their edge is cut off.
          compoundVariants: [
            {
              orientation: 'horizontal',
              variant: 'link',
              class: { indicator: 'bottom-0 h-0.5' },
            },
          ],
        },
        // A long title ends before the button that closes.
        modal: { slots: { wrapper: 'min-w-0 pe-8' } },
      },
    }),
    namespacesApart,
    compressedCopies,
    adonisjs({
      entryPoints: ['frontend/early/first_answers.ts', 'frontend/main.ts'],
      reload: ['frontend/views/**/*.edge'],
    }),
  ],
})
