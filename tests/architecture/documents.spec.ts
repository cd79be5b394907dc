import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { paths } from '#tests/architecture/source_files'

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...paths('docs', 'core', 'plugins', 'frontend').filter((path) => path.endsWith('.md')),
]
const read = (path: string) => readFileSync(app.makePath(path), 'utf8')

/** The heading that a link's part after `#` leads to, as it is written in addresses. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-')
  )

test.group('Architecture | documents', () => {
  test('each link inside the repository leads to a file, and to a heading that it has', ({
    assert,
  }) => {
    const links = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => ({ path, to }))
    )
    const ours = links.filter(({ to }) => !/^[a-z]+:/.test(to))
    assert.isAbove(ours.length, 20)
    const wrong = ours.filter(({ path, to }) => {
      const [file = '', heading] = to.split('#')
      const found = file ? join(dirname(path), file) : path
      if (!existsSync(app.makePath(found))) return true
      return heading !== undefined && !anchors(read(found)).includes(heading)
    })
    assert.deepEqual(wrong, [])
  })

  test('each file that a document names by its path is there', ({ assert }) => {
    // Not `tests/` and `plugins/`: guides name the files that their reader is about to make.
    const folders = 'bin|config|core|database|docs|frontend|providers|scripts|start'
    const named = new RegExp(`\`((?:${folders}|plugins/exporters)/[\\w./-]+)\``, 'g')
    const wrong = documents.flatMap((path) =>
      [...read(path).matchAll(named)]
        .map(([, name = '']) => name)
        .filter(
          (name) => !['', '.ts', '.vue', '.md'].some((end) => existsSync(app.makePath(name + end)))
        )
        .map((name) => `${path} names ${name}`)
    )
    assert.deepEqual(wrong, [])
  })
})
