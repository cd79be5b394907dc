import { test } from '@japa/runner'
import { canonicalJson } from '#core/audit/canonical_json'
import { inertCell } from '#core/audit/inert_cell'

test.group('Canonical JSON', () => {
  test('is the same text for the same value, in whatever order it was made', ({ assert }) => {
    const one = canonicalJson({ b: 1, a: { d: [2, { z: null, y: 'å' }], c: true } })
    const other = canonicalJson({ a: { c: true, d: [2, { y: 'å', z: null }] }, b: 1 })
    assert.equal(one, other)
    assert.equal(one, '{"a":{"c":true,"d":[2,{"y":"å","z":null}]},"b":1}')
  })
})

test.group('A cell of the exported log', () => {
  test('is no formula, and a number stays a number', ({ assert }) => {
    for (const text of ['=1+1', ' =cmd|x', '"+A1', '@SUM(A1)', '\tx', '＝1']) {
      assert.equal(inertCell(text), `'${text}`)
    }
    for (const text of ['+46701740605', '-5', 'a=b', 'anna@nordvik.example', '']) {
      assert.equal(inertCell(text), text)
    }
  })
})
