import { configApp } from '@adonisjs/eslint-config'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

const typed = {
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    'no-console': 'error',
    'prettier/prettier': 'off',
  },
}

export default configApp(
  { ignores: ['public/**', 'build/**', 'storage/**', '.adonisjs/**', '*.d.ts'] },
  {
    files: ['**/*.ts'],
    ignores: [
      'frontend/**',
      'plugins/widgets/*/frontend/**',
      'plugins/modules/*/frontend/**',
      'vite.config.ts',
    ],
    ...typed,
  },
  // Adonis resolves controllers and commands by their decorated constructors: a type-only import of an injected class breaks that.
  {
    files: ['**/controllers/*.ts', '**/middleware/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: ['scripts/**', 'bin/**'], rules: { 'no-console': 'off', 'prettier/prettier': 'off' } },
  ...vue.configs['flat/recommended'].map((config) => ({
    ...config,
    files: ['frontend/**/*.vue', 'plugins/{widgets,modules}/**/*.vue'],
  })),
  {
    files: ['frontend/**/*.ts'],
    rules: { 'prettier/prettier': 'off', '@typescript-eslint/no-explicit-any': 'error' },
  },
  {
    files: ['frontend/**/*.vue', 'plugins/{widgets,modules}/**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      'prettier/prettier': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@unicorn/filename-case': 'off',
      'vue/multi-word-component-names': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  }
)
