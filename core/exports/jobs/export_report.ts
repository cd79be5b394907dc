import { record } from '#core/audit/actions/record'
import type { Json } from '#core/contracts/scalar'
import { mailFile } from '#core/delivery/actions/mail_file'
import { defineJob } from '#core/jobs/job_kind'
import { can } from '#core/permissions/can'
import { notAllowed } from '#core/permissions/errors'
import { exportReport } from '#core/reports/actions/export_report'
import { unknownReport } from '#core/reports/errors'
import { givenReportType } from '#core/reports/queries/given_report_types'
import type { ReportQuery } from '#core/reports/report_query'
import type { ExportRequest } from '#core/reports/validators/export_options'
import { versionOf } from '#core/versions/version_of'

/** A checked query and the file wanted of it. */
export type ExportPayload = Record<'query' | 'request' | 'mail', Json>

/** Whom it is mailed to, and with what words. */
interface ExportMail {
  recipients: string[]
  subject?: string
  text?: string
}

const hasCalls = ({ specification, only }: ExportRequest) => specification || only !== undefined

/** Makes the file of a report, or of the calls behind it, with the rights that its owner has when it is made. */
export default defineJob<ExportPayload>({
  name: 'report.export',
  needsFacts: true,
  capability: 'exports.make',
  async demandFile(payload, reader) {
    const { report } = payload.query as unknown as ReportQuery
    const of = await versionOf(reader.customerId)
    await givenReportType(of, report, (known) => unknownReport(report, known))
    const calls = hasCalls(payload.request as unknown as ExportRequest)
    if (calls && !can(reader, 'specifications.open')) throw notAllowed('specifications.open')
  },
  isLarge: ({ request }) => hasCalls(request as unknown as ExportRequest),
  async run(payload, { id, customerId, userId, actorId, signal, progress, reader }) {
    const query = payload.query as unknown as ReportQuery
    const request = payload.request as unknown as ExportRequest
    const watch = { signal, progress, background: true }
    const file = await exportReport(query, await reader(), request, watch)
    const { from, to } = query.period
    const specification = hasCalls(request)
    await record({
      customerId,
      actorId: actorId ?? userId,
      actingForId: actorId === null ? null : userId,
      action: 'export.made',
      subject: file.name,
      details: { report: query.report, from, to, format: request.format, specification },
    })
    const mail = payload.mail as ExportMail | null
    if (!mail) return { file }
    const { recipients, ...message } = mail
    const sending = await mailFile(file, {
      ...{ customerId, ownerId: userId, jobId: id, recipients, message, specification, from, to },
      ...{ report: query.report, objects: file.objects },
      title: file.name.replace(/\.\w+$/, ''),
      locale: query.locale,
    })
    return { file, outcome: { sending, recipients: recipients.length } }
  },
})
