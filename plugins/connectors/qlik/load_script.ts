import type { FeedColumn, FeedTable } from '#core/contracts/feed'

const names = { rows: 'Report', values: 'ReportValues', specification: 'Calls' } as const

/**
 * A load script that reads each table to its end, page by page, through a REST connection whose address
 * it replaces. Qlik reads no moments by itself: they are taken apart here.
 */
export const loadScript = (tables: readonly FeedTable[], address: string): string =>
  [
    "// Telestat. Make a REST connection called 'Telestat' to the address below, then paste this script.",
    '// Where a token is demanded, write it here; else leave it empty.',
    "LET vToken = '';",
    '',
    ...tables.map((table) => tableScript(table, address)),
    'LET vUrl = Null();',
    'LET vToken = Null();',
    '',
  ].join('\n')

function tableScript({ name, columns }: FeedTable, address: string) {
  const keys = columns.flatMap(({ key, type }) =>
    type === 'moment' ? [`"${key}"`, `"${key}Utc"`] : [`"${key}"`]
  )
  return `LET vUrl = '${address}data.json?table=${name}';
LIB CONNECT TO 'Telestat';
DO WHILE Len('$(vUrl)') > 0
  RestConnectorMasterTable:
  SQL SELECT
    "next",
    "__KEY_root",
    (SELECT
      ${keys.join(',\n      ')},
      "__FK_rows"
    FROM "rows" FK "__FK_rows")
  FROM JSON (wrap on) "root" PK "__KEY_root"
  WITH CONNECTION (
    URL "$(vUrl)",
    HTTPHEADER "Authorization" "Bearer $(vToken)"
  );

  ${names[name]}:
  LOAD
    ${columns.flatMap(loaded).join(',\n    ')}
  RESIDENT RestConnectorMasterTable
  WHERE NOT IsNull([__FK_rows]);

  Next:
  LOAD [next] as NextPage RESIDENT RestConnectorMasterTable WHERE NOT IsNull([next]);
  LET vUrl = Peek('NextPage', -1, 'Next');
  DROP TABLES RestConnectorMasterTable, Next;
LOOP
`
}

function loaded({ key, type }: FeedColumn) {
  switch (type) {
    case 'moment':
      return [key, `${key}Utc`].map(
        (name) => `Timestamp(Timestamp#(Left([${name}], 19), 'YYYY-MM-DDThh:mm:ss')) as [${name}]`
      )
    case 'date':
      return `Date(Date#([${key}], 'YYYY-MM-DD')) as [${key}]`
    case 'clock':
      return `Time(Time#([${key}], 'hh:mm:ss')) as [${key}]`
    case 'text':
    case 'phone':
      return `Text([${key}]) as [${key}]`
    default:
      return `[${key}]`
  }
}
