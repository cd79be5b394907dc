import { defineConfig } from '@adonisjs/core/app'

export default defineConfig({
  directories: {
    views: 'frontend/views',
    languageFiles: 'core/locales',
    start: 'start',
    migrations: 'database/migrations',
    stubs: 'core/plugins/stubs',
  },
  commands: [
    () => import('@adonisjs/core/commands'),
    () => import('@adonisjs/lucid/commands'),
    () => import('#start/commands'),
  ],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('#providers/requests_provider'),
    () => import('@adonisjs/core/providers/edge_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('#providers/vite_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/static/static_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/queue/queue_provider'),
    () => import('#providers/plugins_provider'),
    () => import('#providers/schema_provider'),
    () => import('#providers/facts_provider'),
    { file: () => import('#providers/collection_provider'), environment: ['web', 'test'] },
    () => import('#providers/jobs_provider'),
    () => import('#providers/health_provider'),
    () => import('#providers/questions_provider'),
  ],
  preloads: [
    () => import('#start/kernel'),
    () => import('#start/followers'),
    { file: () => import('#start/routes'), environment: ['web', 'test'] },
    { file: () => import('#start/jobs'), environment: ['web', 'test'] },
  ],
  tests: {
    forceExit: true,
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.ts'], timeout: 300_000 },
      { name: 'architecture', files: ['tests/architecture/**/*.spec.ts'], timeout: 300_000 },
      {
        name: 'contracts',
        files: ['tests/contracts/**/*.spec.ts', 'plugins/**/tests/**/*.spec.ts'],
        timeout: 300_000,
      },
      { name: 'functional', files: ['tests/functional/**/*.spec.ts'], timeout: 300_000 },
      { name: 'services', files: ['tests/services/**/*.spec.ts'], timeout: 900_000 },
      // Run in a copy of the repository that has modules: tests/services/modules.spec.ts makes it.
      { name: 'modules', files: ['tests/modules/**/*.spec.ts'], timeout: 300_000 },
      { name: 'browser', files: ['tests/browser/**/*.spec.ts'], timeout: 300_000 },
    ],
  },
  metaFiles: [
    { pattern: 'frontend/views/**/*.edge', reloadServer: false },
    { pattern: 'core/locales/**/*.json', reloadServer: false },
    { pattern: 'core/api/clients/**/*.stub', reloadServer: false },
    { pattern: 'plugins/**/locales/*.json', reloadServer: false },
    { pattern: 'public/**', reloadServer: false },
    { pattern: '.npmrc', reloadServer: false },
  ],
  hooks: {
    buildStarting: [() => import('@adonisjs/vite/build_hook')],
  },
})
