import { request } from './client.js'
import type { Catalogue, ReportObject } from './report_type.js'

/** What reports there are for who asks, and what files they leave as. */
export const getCatalogue = () => request<Catalogue>('GET', '/api/report/v1/types')

/** The measurement objects that a report type can be about, those that the reader may see. */
export async function listReportObjects(type: string): Promise<ReportObject[]> {
  const path = `/api/report/v1/objects?type=${encodeURIComponent(type)}`
  const { objects } = await request<{ objects: ReportObject[] }>('GET', path)
  return objects
}
