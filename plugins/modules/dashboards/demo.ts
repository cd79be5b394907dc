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
  const chosen = [
    ...templates.filter(({ kind, report }) => kind === 'desk' && report.endsWith('.queue')),
    ...templates.filter(({ kind, report }) => kind === 'wall' && report.endsWith('.queue')),
    ...templates.filter(
      ({ kind, report }) => kind === 'desk' && firsts.some(({ key }) => key === report)
    ),
  ].slice(0, MOST)
  const sourceOf = (report: string) => types.find(({ key }) => key === report)
  for (const [at, { kind, report, document }] of chosen.entries()) {
    const { sourceLabel, label } = sourceOf(report)!
    const name = `${sourceLabel}: ${label} – ${(names[language] ?? names.en!)[kind].toLocaleLowerCase(language)}`
    const id = await createBoard(customer, reader, { name, document, shared: true })
    if (at === 0) await customer.rows('boards').update({ id }, { standard: true })
  }
}
