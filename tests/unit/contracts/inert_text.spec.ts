import { test } from '@japa/runner'
import { inertText } from '#core/contracts/exporting/inert_text'

test.group('A text in a file for spreadsheets', () => {
  test('is no formula, and a number stays a number', ({ assert }) => {
    for (const text of ['=1+1', ' =cmd|x', '"+A1', '@SUM(A1)', '\tx', '＝1']) {
      assert.equal(inertText(text), `'${text}`)
    }
    for (const text of ['+46701740605', '-5', 'a=b', 'anna@nordvik.example', '']) {
      assert.equal(inertText(text), text)
    }
  })
})
