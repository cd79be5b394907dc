import { test } from '@japa/runner'
import type { ReportType } from '#core/contracts/report_type'
import { demoFiles } from '#tests/made/demo_files'
import { KnownFacts } from '#tests/made/known_facts'
import { brokenPartitions, evaluate } from '#tests/made/plain_figures'
import contactCenter from '../index.js'

const types = contactCenter.reportTypes as readonly ReportType[]

test.group('The demo', () => {
  test('is the same each time, and a day does not depend on when it begins', async ({ assert }) => {
    const files = await demoFiles(contactCenter, '2026-01-15')
    assert.deepEqual(
      files.map(({ name }) => name),
      ['sessions-2026-01.csv', 'sessions-2026-02.csv', 'sessions-2026-03.csv']
    )
    assert.deepEqual(files, await demoFiles(contactCenter, '2026-01-15'))
    const [march] = await demoFiles(contactCenter, '2026-03-01')
    assert.equal(files[2]!.text, march!.text)
  })

  test('is read without a rejected line, its parts add up, and there is something in each', async ({
    assert,
  }) => {
    const known = new KnownFacts(contactCenter)
    for (const { name, text } of await demoFiles(contactCenter, '2025-12-01')) {
      await known.read(text, name)
    }
    assert.deepEqual(known.rejected, [])
    assert.deepEqual(
      types.flatMap((type) => brokenPartitions(type, known.of)),
      []
    )
    const groups = evaluate(types[0]!, known.of)
    for (const key of ['answered', 'abandoned', 'overflow', 'callbacks', 'parkTime', 'attempts'])
      assert.isAbove(groups[key]!, 5, key)
    const agents = evaluate(
      types.find(({ key }) => key === 'contact_center.agents')!,
      known.of
    )
    for (const key of ['ready', 'paused', 'wrapUp', 'talking']) assert.isAbove(agents[key]!, 0, key)
  })
})
