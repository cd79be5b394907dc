import type { GuidePlace, GuideStep } from '#core/contracts/connector'
import { dialogSketch } from '#core/contracts/dialog_sketch'
import { loadScript } from './load_script.js'
import { guideWords } from './words.js'

/** How Qlik is connected: a REST connection, and a script that follows the pages. */
export function guide({ address, token, tables, locale }: GuidePlace): GuideStep[] {
  const say = guideWords(locale)
  const url = `${address}data.json?table=${tables[0]?.name ?? 'rows'}`
  return [
    {
      title: say('connectTitle'),
      text: say('connectText'),
      code: { language: 'text', text: url },
      picture: dialogSketch({
        title: say('picture'),
        fields: [
          { label: say('url'), value: url },
          ...(token ? [{ label: say('header'), value: say('bearer') }] : []),
          { label: say('name'), value: 'Telestat' },
        ],
        button: say('create'),
      }),
    },
    ...(token ? [{ title: say('tokenTitle'), text: say('tokenText') }] : []),
    {
      title: say('scriptTitle'),
      text: say('scriptText'),
      file: { label: say('scriptFile'), path: 'qlik.qvs' },
      code: { language: 'qlik', text: loadScript(tables, address) },
    },
    {
      title: say('csvTitle'),
      text: say('csvText'),
      code: {
        language: 'text',
        text: `${address}data.csv?table=${tables[0]?.name ?? 'rows'}${token ? '&access_token=TOKEN' : ''}\n\nLOAD * FROM [lib://Telestat CSV] (txt, utf8, embedded labels, delimiter is ',', msq);`,
      },
    },
  ]
}
