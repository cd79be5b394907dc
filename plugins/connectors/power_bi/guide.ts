import type { GuidePlace, GuideStep } from '#core/contracts/connector'
import { dialogSketch } from '#core/contracts/dialog_sketch'
import { entitySets } from './odata/entity_set.js'
import { guideWords } from './words.js'

/** How Power BI is connected, from the dialog that needs no code to the query that fetches only what is new. */
export function guide(place: GuidePlace): GuideStep[] {
  const say = guideWords(place.locale)
  const feed = `${place.address}odata/`
  const sets = entitySets(place.tables)
  const names = sets.map(({ name }) => name)
  return [
    {
      title: say('openTitle'),
      text: say('openText'),
      code: { language: 'text', text: feed },
      file: { label: say('openFile'), path: 'powerbi.pbids' },
      picture: dialogSketch({
        title: say('openPicture'),
        fields: [{ label: say('url'), value: feed }],
        button: say('ok'),
      }),
    },
    signIn(place, feed),
    { title: say('tablesTitle'), text: say('tablesText', { tables: names.join(', ') }) },
    {
      title: say('scriptTitle'),
      text: say('scriptText'),
      code: { language: 'powerquery-m', text: query(feed, names[0] ?? 'Rows') },
    },
    ...(place.token
      ? [
          {
            title: say('serviceTitle'),
            text: say('serviceText'),
            code: {
              language: 'powerquery-m',
              text: query(feed, names[0] ?? 'Rows', ', ApiKeyName = "access_token"'),
            },
          },
        ]
      : []),
    ...incremental(place, feed, say),
  ]
}

function signIn({ token, locale }: GuidePlace, feed: string): GuideStep {
  const say = guideWords(locale)
  if (!token) {
    return {
      title: say('anonymousTitle'),
      text: say('anonymousText'),
      picture: dialogSketch({
        title: say('openPicture'),
        choices: [say('anonymous'), say('basic'), say('webApi')],
        fields: [{ label: say('level'), value: feed }],
        button: say('connect'),
      }),
    }
  }
  return {
    title: say('tokenTitle'),
    text: say('tokenText'),
    picture: dialogSketch({
      title: say('openPicture'),
      choices: [say('basic'), say('anonymous'), say('webApi')],
      fields: [
        { label: say('user'), value: say('anyName') },
        { label: say('password'), value: `•••••••• (${say('token')})` },
        { label: say('level'), value: feed },
      ],
      button: say('connect'),
    }),
  }
}

const query = (feed: string, set: string, options = '') => `let
    Source = OData.Feed("${feed}", null, [Implementation = "2.0", ODataVersion = 4${options}]),
    Report = Source{[Name = "${set}", Signature = "table"]}[Data]
in
    Report`

/** Only rows with a moment or a date of their own can be fetched bit by bit. */
function incremental(
  { tables }: GuidePlace,
  feed: string,
  say: ReturnType<typeof guideWords>
): GuideStep[] {
  const dated = entitySets(tables).flatMap(({ name, properties }) => {
    const by = properties.find(({ column }) => column.key === 'start' || column.key === 'date')
    return by ? [{ name, by }] : []
  })
  const found = dated.find(({ by }) => by.column.type === 'moment') ?? dated[0]
  if (!found) return []
  const convert = found.by.column.type === 'moment' ? 'DateTimeZone.From' : 'DateTime.Date'
  return [
    {
      title: say('refreshTitle'),
      text: say('refreshText'),
      code: {
        language: 'powerquery-m',
        text: `let
    Source = OData.Feed("${feed}", null, [Implementation = "2.0", ODataVersion = 4]),
    All = Source{[Name = "${found.name}", Signature = "table"]}[Data],
    Report = Table.SelectRows(All, each [${found.by.name}] >= ${convert}(RangeStart) and [${found.by.name}] < ${convert}(RangeEnd))
in
    Report`,
      },
    },
  ]
}
