import { test } from '@japa/runner'
import type { Picture } from '#core/contracts/widget_view'
import { describePicture } from '../../../frontend/visualisations/describe_picture.js'
import { foldSeries } from '../../../frontend/visualisations/fold_series.js'
import { HEAT_STEPS, heatScale } from '../../../frontend/visualisations/heat_scale.js'

const series = (label: string, ...values: (number | null)[]) => ({
  label,
  unit: 'count' as const,
  values,
})
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']

test.group('What is said of a picture', () => {
  test('its highest and lowest with their places, and whether it rises in time', ({ assert }) => {
    const picture: Picture = {
      kind: 'columns',
      ordered: true,
      categories: months,
      series: [series('Incoming', 3, 9, null, 12, 20, 18), series('Lost', 5, 5, 5, 5, 5, 5)],
    }
    const [incoming, lost] = describePicture(picture)
    assert.deepInclude(incoming, {
      highest: { value: 20, at: 'May' },
      lowest: { value: 3, at: 'Jan' },
      trend: 'rising',
    })
    assert.equal(lost?.trend, 'steady')
  })

  test('no trend where the categories do not follow each other in time', ({ assert }) => {
    const [told] = describePicture({
      kind: 'rows',
      categories: ['a', 'b', 'c'],
      series: [series('Calls', 9, 5, 1)],
    })
    assert.isUndefined(told?.trend)
  })

  test('a field of colours is told as one, by both its sides', ({ assert }) => {
    const told = describePicture({
      kind: 'heat',
      categories: ['08:00', '09:00'],
      series: [series('Monday', 1, 2), series('Tuesday', 7, null)],
    })
    assert.lengthOf(told, 1)
    assert.deepEqual(told[0]?.highest, { value: 7, at: 'Tuesday, 08:00' })
  })

  test('nothing is said of what has no values', ({ assert }) => {
    assert.deepEqual(
      describePicture({ kind: 'columns', categories: ['a'], series: [series('x', null)] }),
      []
    )
  })
})

test.group('Colours of a picture', () => {
  test('series beyond the tenth stand together as others, and nothing is lost', ({ assert }) => {
    const all = Array.from({ length: 14 }, (_, index) => series(`s${index}`, index, 1))
    const picture: Picture = { kind: 'rows', stacked: true, categories: ['a', 'b'], series: all }
    const folded = foldSeries(picture, 'Others')
    assert.lengthOf(folded.series, 10)
    const sum = (some: Picture['series']) =>
      some.flatMap(({ values }) => values).reduce<number>((a, b) => a + (b ?? 0), 0)
    assert.equal(sum(folded.series), sum(all))
    assert.equal(folded.series.at(-1)?.label, 'Others')
    assert.deepEqual(folded.series.at(-1)?.values, [0 + 1 + 2 + 3 + 4, 5])
  })

  test('the scale of a field of colours reaches from its lowest value to its highest', ({
    assert,
  }) => {
    const shares = [{ label: 'a', unit: 'percent' as const, values: [10, null, 80] }]
    const scale = heatScale(shares)
    assert.lengthOf(scale, HEAT_STEPS)
    assert.deepEqual([scale[0]?.from, scale.at(-1)?.to], [10, 80])
    assert.isTrue(scale.every((step, index) => index === 0 || step.from === scale[index - 1]?.to))
    assert.deepEqual(
      heatScale([series('a', 0, null), series('b', 15)]).map(({ from, to }) => `${from}–${to}`),
      ['0–1', '2–3', '4–5', '6–8', '9–10', '11–12', '13–15']
    )
    assert.deepEqual(heatScale([series('a', 3, 4)]), [
      { from: 3, to: 3 },
      { from: 4, to: 4 },
    ])
    assert.deepEqual(heatScale([series('a', 4, 4)]), [{ from: 4, to: 4 }])
    assert.deepEqual(heatScale([series('a', null)]), [])
  })
})
