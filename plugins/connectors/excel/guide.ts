import type { GuidePlace, GuideStep } from '#core/contracts/connector'
import { dialogSketch } from '#core/contracts/dialog_sketch'
import { guideWords } from './words.js'

/** How Excel is connected: by the workbook that needs nothing else, by a connection, and in versions of old. */
export function guide({ address, token, tables, locale }: GuidePlace): GuideStep[] {
  const say = guideWords(locale)
  const feed = `${address}odata/`
  return [
    {
      title: say('openTitle'),
      text: say('openText'),
      file: { label: say('openFile'), path: 'excel.xlsx' },
    },
    // Each further table, such as the calls, is a workbook of its own.
    ...tables.slice(1).map(({ name, label }) => ({
      title: label,
      text: say('tableText', { table: label }),
      file: { label: `${say('openFile')}: ${label}`, path: `excel.xlsx?table=${name}` },
    })),
    {
      title: say(token ? 'tokenTitle' : 'anonymousTitle'),
      text: say(token ? 'tokenText' : 'anonymousText'),
      picture: dialogSketch({
        title: say('picture'),
        choices: token ? [say('basic'), say('anonymous')] : [say('anonymous'), say('basic')],
        fields: [
          ...(token
            ? [
                { label: say('user'), value: say('anyName') },
                { label: say('password'), value: `•••••••• (${say('token')})` },
              ]
            : []),
          { label: say('level'), value: feed },
        ],
        button: say('connect'),
      }),
    },
    { title: say('refreshTitle'), text: say('refreshText') },
    {
      title: say('odcTitle'),
      text: say('odcText'),
      file: { label: say('odcFile'), path: 'excel.odc' },
    },
    {
      title: say('iqyTitle'),
      text: say('iqyText'),
      file: { label: say('iqyFile'), path: 'excel.iqy' },
    },
  ]
}
