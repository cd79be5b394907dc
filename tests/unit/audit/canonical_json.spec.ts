import { test } from '@japa/runner'
import { canonicalJson } from '#core/audit/canonical_json'

test.group('Canonical JSON', () => {
  test('is the same text for the same value, in whatever order it was made', ({ assert }) => {
    const one = canonicalJson({ b: 1, a: { d: [2, { z: null, y: 'å' }], c: true } })
    const other = canonicalJson({ a: { c: true, d: [2, { y: 'å', z: null }] }, b: 1 })
    assert.equal(one, other)
    assert.equal(one, '{"a":{"c":true,"d":[2,{"y":"å","z":null}]},"b":1}')
  })
})
