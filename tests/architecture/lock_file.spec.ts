import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

const read = (path: string) => readFileSync(app.makePath(path), 'utf8')

interface Lock {
  packages: Record<string, { version: string }>
}

test.group('Architecture | lock file', () => {
  test('it names no registry, so that each installation asks its own', ({ assert }) => {
    assert.notInclude(read('package-lock.json'), '"resolved"')
  })

  test('it holds nothing that no package asks for', ({ assert }) => {
    assert.notInclude(read('package-lock.json'), '"extraneous"')
  })

  test('charts are drawn by the last versions that may be embedded in a product', ({ assert }) => {
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>
    }
    const { packages } = JSON.parse(read('package-lock.json')) as Lock
    const wanted = { 'apexcharts': '4.7.0', 'vue3-apexcharts': '1.8.0' }
    for (const [name, version] of Object.entries(wanted)) {
      const installed = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string }
      assert.equal(dependencies[name], version)
      assert.equal(packages[`node_modules/${name}`]?.version, version)
      assert.equal(installed.version, version)
    }
  })
})
