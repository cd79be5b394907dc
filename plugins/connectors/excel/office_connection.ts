import { create } from 'xmlbuilder2'
import type { Feed, FeedTable } from '#core/contracts/feed'
import { mashup } from './mashup.js'

const ODC = 'urn:schemas-microsoft-com:office:odc'

/** A connection file of Office: a page that holds a Power Query, for Existing connections. */
export function officeConnection(
  { title }: Feed,
  table: FeedTable['name'],
  address: string
): string {
  const connection = create({ version: '1.0' })
    .ele('odc:OfficeDataConnection', {
      'xmlns:odc': ODC,
      'xmlns': 'http://www.w3.org/TR/REC-html40',
    })
    .ele('odc:PowerQueryConnection', { 'odc:Type': 'OLEDB' })
  connection
    .ele('odc:ConnectionString')
    .txt('Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=Report;')
    .up()
  connection.ele('odc:CommandType').txt('SQL').up()
  connection.ele('odc:CommandText').txt('SELECT * FROM [Report]').up()
  connection
    .up()
    .ele('odc:PowerQueryMashupData')
    .txt(mashupData(mashup(table, address)))
  const body = connection.root().toString({ prettyPrint: false })
  const name = create({ n: title }).root().toString({ headless: true }).slice(3, -4)
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/x-ms-odc; charset=utf-8">
<meta name=ProgId content=ODC.Database>
<meta name=SourceType content=OLEDB>
<title>Report</title>
<xml id=docprops><o:DocumentProperties xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><o:Description>${name}</o:Description><o:Name>Report</o:Name></o:DocumentProperties></xml>
<xml id=msodc>${body}</xml>
</head>
<body></body>
</html>
`
}

/** The query as text within the connection, as Office writes it itself. */
function mashupData(formula: string) {
  const mashupXml = create()
    .ele('http://schemas.microsoft.com/DataMashup', 'Mashup')
    .ele('Client')
    .txt('EXCEL')
    .up()
    .ele('Version')
    .txt('2.72.5556.0')
    .up()
    .ele('MinVersion')
    .txt('2.21.0.0')
    .up()
    .ele('Culture')
    .txt('en-US')
    .up()
    .ele('SafeCombine')
    .txt('true')
    .up()
    .ele('Items')
    .ele('Query', { Name: 'Report' })
    .ele('Formula')
    .dat(formula)
    .up()
    .ele('IsParameterQuery', {
      'xsi:nil': 'true',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    })
    .up()
    .ele('IsDirectQuery', {
      'xsi:nil': 'true',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    })
  return mashupXml.root().toString({ headless: true })
}
