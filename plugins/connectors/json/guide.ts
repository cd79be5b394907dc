import type { GuidePlace, GuideStep } from '#core/contracts/connector'
import { guideWords } from './words.js'

/** How a program of somebody's own reads the report. */
export function guide({ address, token, tables, locale }: GuidePlace): GuideStep[] {
  const say = guideWords(locale)
  const urls = tables.map(({ name }) => `${address}data.json?table=${name}`)
  const user = token ? '--user any:TOKEN ' : ''
  return [
    {
      title: say('addressTitle'),
      text: `${say('addressText', { tables: tables.map(({ label }) => label).join(', ') })} ${say(token ? 'tokenText' : 'anonymousText')}`,
      code: {
        language: 'shell',
        text: urls.map((url) => `curl --compressed ${user}'${url}'`).join('\n'),
      },
    },
    {
      title: say('schemaTitle'),
      text: say('schemaText'),
      file: { label: say('schemaFile'), path: 'schema.json' },
    },
    { title: say('narrowTitle'), text: say('narrowText') },
    { title: say('againTitle'), text: say('againText') },
  ]
}
