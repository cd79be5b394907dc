import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { ExporterPlugin } from '#core/contracts/exporter'
import type { ReportDocument } from '#core/contracts/report_document'
import { fileName } from '#core/http/file_name'
import { RequestError } from '#core/http/request_error'
import type { MadeFile } from '#core/http/send_file'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'
import { compareDocuments } from '#core/reports/compare/compare_documents'
import { countedOnce, countRows, refuseTooLarge } from '#core/reports/refuse_too_large'
import type { ReportQuery } from '#core/reports/report_query'
import { shownObjects } from '#core/reports/queries/shown_objects'
import { runReport } from '#core/reports/run_report'
import type { ExportRequest } from '#core/reports/validators/export_options'
import { watchRows } from '#core/reports/watch_rows'
import { unfinishedPath } from '#core/reports/unfinished_files'

/** A file of a report, and the ids of the measurement objects that it can show. */
export interface ExportedFile extends MadeFile {
  objects: readonly number[]
}

/** What is heard of a file while it is made. */
export interface ExportWatch {
  /** Nobody waits for the file: whoever looks at something goes first. */
  background?: boolean
  /** Ends the work, in the engine too. */
  signal?: AbortSignal
  /** Rows written of how many. */
  progress?(done: number, total: number): void
}

/**
 * Runs the report and writes it with the exporter of the format asked for. The file is made whole
 * before anybody is handed it, so that a file with rows missing is never delivered.
 *
 * @throws E_NOTHING_SEEN, E_TOO_MANY_ROWS or E_TOO_MANY_COLUMNS where the format is not made for so many, E_ROWS_DIFFER where the file holds
 * another number of rows than the report
 */
export async function exportReport(
  query: ReportQuery,
  reader: Reader,
  request: ExportRequest,
  watch: ExportWatch = {}
): Promise<ExportedFile> {
  const exporter = registry().exporter(request.format)
  const wanted = request.intervals ?? [query.interval]
  const several = exporter.includes.manyIntervals ? wanted : wanted.slice(0, 1)
  const { only, filters, behind, comparedWith } = request
  const run = (of: ReportQuery) =>
    runReport(of, reader, {
      signal: watch.signal,
      background: watch.background,
      intervals: only ? [] : several,
      // Of two periods beside each other the differences stand in the table.
      headline: !only && !comparedWith && request.audience === 'person',
      ...((only ?? request.specification) && { specification: { filters, behind } }),
    })
  const calls = request.specification || only !== undefined
  const queries = comparedWith ? [query, comparedWith] : [query]
  const shown = await Promise.all(queries.map((one) => shownObjects(one, reader, { calls })))
  const report = await run(query)
  const made = await countedOnce(
    comparedWith
      ? await compareDocuments(
          { query, report },
          { query: comparedWith, report: await run(comparedWith) },
          several
        )
      : report
  )
  await refuseTooLarge(exporter, made)
  const watched = await watchRows(made, watch)
  const path = unfinishedPath(exporter.extension)
  try {
    await writeWhole(exporter, watched, path, request)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return {
    path,
    name: nameOf(made, exporter),
    contentType: exporter.contentType,
    objects: [...new Set(shown.flat())],
  }
}

async function writeWhole(
  exporter: ExporterPlugin,
  report: ReportDocument,
  path: string,
  request: ExportRequest
) {
  const { rows } = await exporter.write(report, createWriteStream(path), request)
  const expected = await countRows(report)
  if (rows === expected) return
  throw new RequestError({
    status: 500,
    code: 'E_ROWS_DIFFER',
    message: `The file would have ${rows} rows where the report has ${expected}, so it was not made.`,
  })
}

/** Report and period. */
function nameOf(report: ReportDocument, exporter: ExporterPlugin) {
  const { from, to } = report.period
  const subject = report.intervals.length
    ? report.title
    : `${report.title} ${report.specification?.name ?? ''}`
  return fileName([subject, from === to ? from : `${from} – ${to}`], exporter.extension)
}
