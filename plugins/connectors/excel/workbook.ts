import { createRequire } from 'node:module'
import type { Feed, FeedTable } from '#core/contracts/feed'
import { mashup } from './mashup.js'

// The package is CommonJS and cannot be imported by name.
const { workbookManager } = createRequire(import.meta.url)(
  '@microsoft/connected-workbooks'
) as typeof import('@microsoft/connected-workbooks')

/** A workbook that holds no figures: it fetches them when it is opened, and asks for the token itself. */
export async function workbook(
  { title }: Feed,
  table: FeedTable['name'],
  address: string
): Promise<Uint8Array> {
  const blob = await workbookManager.generateSingleQueryWorkbook(
    { queryMashup: mashup(table, address), queryName: 'Report', refreshOnOpen: true },
    undefined,
    { docProps: { title, createdBy: 'Telestat' } }
  )
  return new Uint8Array(await blob.arrayBuffer())
}
