import { request } from './client.js'

/** A record that could not be understood. */
export interface QuarantinedLine {
  id: number
  source: string
  point: string
  /** To collect again; null where the platform was asked. */
  fileId: number | null
  file: string
  line: number | null
  text: string
  reason: string
  quarantinedAt: string
}

export interface Quarantine {
  records: QuarantinedLine[]
  /** Files whose broken lines are not all listed. */
  unlisted: { fileId: number; file: string; quarantined: number; listed: number }[]
}

/** What reading a file again did. */
export interface CollectedAgain {
  files: number
  quarantined: number
  resolved: number
}

export const getQuarantine = () => request<Quarantine>('GET', '/api/collection/v1/quarantine')

export const collectFileAgain = (file: number) =>
  request<CollectedAgain>('POST', `/api/collection/v1/files/${file}/again`)
