import { test } from '@japa/runner'
import type { SourcePlugin } from '#core/contracts/source'
import { recordedSource } from '#core/plugins/conformance/recorded_source'
import { readingRules } from '#core/plugins/conformance/reading_rules'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { checkWords } from '#core/plugins/checks/check_words'
import { openPlugin } from '#core/plugins/open_plugin'
import { translatableKeys, translate } from '#core/plugins/translate'
import { figuresUnlikeTheirCalls } from '#tests/contracts/figures_unlike_calls'
import { partitionsThatFail } from '#tests/contracts/partitions_that_fail'

/**
 * Declares the tests that every source passes, over what it has recorded of its platform.
 *
 * @param folder absolute path of the source's folder; `tests/conformance.ts` in it names the recordings.
 */
export function sourceSuite(source: SourcePlugin, folder: string): void {
  const recorded = async () => {
    const found = await recordedSource(source, folder)
    if (!found) throw new Error(`There is no tests/conformance.ts in ${folder}.`)
    return found
  }

  test.group(`Contract | source ${source.key}`, () => {
    test('its declaration is right', async ({ assert }) => {
      const opened = await openPlugin('/', folder)
      assert.notProperty(opened, 'problems')
      if ('problems' in opened) return
      assert.deepEqual(checkDeclaration(opened.plugin), [])
      assert.deepEqual(checkWords(opened), [])
    })

    for (const locale of ['sv', 'et', 'lv']) {
      test(`its words are read in ${locale}`, ({ assert }) => {
        const words = [...translatableKeys(source)]
        const translated = words.filter(([path, text]) => translate(source, path, locale) !== text)
        // Some words are the same in two languages; copies of the English would all be.
        assert.isAbove(translated.length, words.length / 2)
      })
    }

    for (const { title, check } of readingRules) {
      test(title, async ({ assert }) => {
        assert.deepEqual(await check(await recorded()), [])
      })
    }

    test('the parts of a column add up to it, in every report over what was recorded', async ({
      assert,
    }) => {
      const { tried, failed } = await partitionsThatFail(await recorded())
      assert.deepEqual(failed, [])
      const declared = source.reportTypes.flatMap(({ columns }) => Object.values(columns))
      if (declared.some(({ consistsOf }) => consistsOf)) assert.isAbove(tried, 0)
    })

    test('figures have the calls that they say, in every report over what was recorded', async ({
      assert,
    }) => {
      const { tried, failed } = await figuresUnlikeTheirCalls(await recorded())
      assert.deepEqual(failed, [])
      assert.isAbove(tried, 0)
    })
  })
}
