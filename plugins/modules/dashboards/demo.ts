import type { BoardDocument, Place } from '#core/contracts/board'
import type { DescribedLive, DescribedReport } from '#core/contracts/described_report'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { createBoard } from './create_board.js'
import { templatesFor, type BoardTemplate } from './templates.js'

const names: Readonly<Record<string, Record<BoardTemplate['kind'], string>>> = {
  sv: { wall: 'Väggtavla', desk: 'Dagen', phone: 'I mobilen' },
  en: { wall: 'Wall', desk: 'The day', phone: 'On the phone' },
  et: { wall: 'Seinatahvel', desk: 'Päev', phone: 'Telefonis' },
  lv: { wall: 'Sienas panelis', desk: 'Diena', phone: 'Tālrunī' },
}
const MOST = 4

/** Shared dashboards of the first reports: the first of them is what everybody sees who has chosen none. */
export async function fillDemo(
  customer: CustomerTools,
  { reader }: { reader: ModuleReader }
): Promise<void> {
  const { language } = await customer.about()
  const [types, live] = await Promise.all([
    customer.reportTypes(reader, language),
    customer.live(language),
  ])
  const templates = templatesFor(types, live)
  // Reports of queues tell most; each source gives one.
  const firsts = types.filter(
    (type, at) => types.findIndex(({ source }) => source === type.source) === at
  )
  const isQueue = ({ report }: BoardTemplate) => report.endsWith('.queue')
  const wanted = [
    ...templates.filter((one) => one.kind === 'desk' && isQueue(one)),
    ...templates.filter((one) => one.kind === 'wall' && isQueue(one)),
    ...templates.filter(
      ({ kind, report }) => kind === 'desk' && firsts.some(({ key }) => key === report)
    ),
  ]
  const chosen = [...new Map(wanted.map((one) => [one.key, one])).values()].slice(0, MOST)
  const sourceOf = (report: string) => types.find(({ key }) => key === report)
  for (const [at, { kind, report, document }] of chosen.entries()) {
    const type = sourceOf(report)!
    const { sourceLabel, label } = type
    const name = `${sourceLabel}: ${label} – ${(names[language] ?? names.en!)[kind].toLocaleLowerCase(language)}`
    const id = await createBoard(customer, reader, {
      name,
      document: kind === 'wall' ? withAgents(document, type, live) : document,
      shared: true,
    })
    if (at === 0) await customer.rows('boards').update({ id }, { standard: true })
  }
}

/**
 * A wall of few queues: agents one by one and a tile for each queue beside the curve, in place of a table
 * that would be nearly empty. As it was where nothing is told of agents.
 */
function withAgents(
  document: BoardDocument,
  { source, key }: DescribedReport,
  live: readonly DescribedLive[]
): BoardDocument {
  const agents = live.find(
    (one) => one.source === source && one.figures.some((figure) => figure.key === 'state')
  )
  const table = placeOf(document, 'queue_table')
  const curve = placeOf(document, 'day_curve')
  if (!agents || !table || !curve) return document
  const places: readonly Place[] = [
    { ...table, x: 0, w: 4 },
    { ...curve, x: 4, w: 5 },
    { ...table, id: 'tiles', x: 9, w: 3 },
  ]
  const tableWidget = document.widgets[table.id]!
  return {
    ...document,
    places: [
      ...document.places.filter(({ id }) => id !== table.id && id !== curve.id),
      ...places,
    ].sort((one, other) => one.y - other.y || one.x - other.x),
    widgets: {
      ...document.widgets,
      [table.id]: {
        kind: 'agent_list',
        data: { report: key, source, objectType: agents.objectType },
      },
      tiles: {
        kind: 'queue_tiles',
        data: { ...tableWidget.data, columns: [] },
        ...(tableWidget.warnings && { warnings: tableWidget.warnings }),
      },
    },
  }
}

const placeOf = ({ places, widgets }: BoardDocument, kind: string): Place | undefined =>
  places.find(({ id }) => widgets[id]?.kind === kind)
