import { request, requestFile } from './client.js'

/** A language that a client of the API can be had in. */
export interface ClientLanguage {
  key: string
  label: string
}

export async function listClientLanguages(): Promise<ClientLanguage[]> {
  const { languages } = await request<{ languages: ClientLanguage[] }>(
    'GET',
    '/api/admin/v1/api-clients'
  )
  return languages
}

/** The program as a zip. The secret goes into it and is kept nowhere. */
export const makeClient = (
  user: number | string,
  ticket: number,
  body: { language: string; locale: string; savedReport?: number; secret?: string }
) => requestFile(`/api/admin/v1/users/${user}/tickets/${ticket}/client`, { body })

/** What a client can be filled in with. */
export interface SavedReportName {
  id: number
  name: string
}

export async function listSavedReportNames(): Promise<SavedReportName[]> {
  const { savedReports } = await request<{ savedReports: SavedReportName[] }>(
    'GET',
    '/api/report/v1/saved-reports?all=true'
  )
  return savedReports
}
