import { request } from './client.js'
import { listQuery, type ListAnswer, type ListQuestion } from './list.js'
import type { PeriodChoice } from './saved_reports.js'

export type ConnectorPeriod = PeriodChoice | 'wholeHistory'

/** What is chosen of a connector. */
export interface ConnectorChoices {
  enabled: boolean
  tokenRequired: boolean
  period: ConnectorPeriod
  periodCount: number | null
  specification: boolean
  grouped: boolean
  /** Origins whose web pages may read it: `https://intranet.example`. */
  origins: string[]
}

/** An address at which another system reads a saved report. */
export interface Connector extends ConnectorChoices {
  id: number
  kind: string
  label: string
  /** What is copied into the tool; null for who may not open the calls that it gives. */
  link: string | null
  /** The guide as a page of its own, for whoever sets the tool up. */
  guide: string | null
  /** Whether the link gives data now. */
  active: boolean
  /** Why it gives none, or not all of it. */
  problem: { code: string; message: string } | null
  lastPulledAt: string | null
  lastPulledBy: string | null
  createdAt: string
}

/** A connector among those of all saved reports. */
export interface ListedConnector extends Connector {
  savedReport: { id: number; name: string; report: string }
  owner: { name: string; email: string }
}

export interface ConnectorKind {
  key: string
  label: string
  description: string
}

export interface Connectors {
  connectors: Connector[]
  kinds: ConnectorKind[]
  /** The periods there are, and the largest number of those that take one. */
  periods: { key: ConnectorPeriod; most: number | null }[]
}

/** A connector, and its token where one was made just now: it is told this once. */
export interface ConnectorToken {
  connector: Connector
  token: string | null
}

export interface Pull {
  at: string
  path: string
  status: number
  by: string
  address: string
  milliseconds: number
  bytes: number
}

export interface Guide {
  title: string
  report: string
  steps: {
    title: string
    text: string
    code?: { language: string; text: string }
    file?: { label: string; path: string }
    picture?: { svg: string; alt: string }
  }[]
}

/** A part of the connectors of the reader's saved reports; for an administrator those of all. */
export async function searchConnectors(
  question: ListQuestion,
  all: boolean
): Promise<ListAnswer<ListedConnector>> {
  const query = listQuery(question, { all: all ? 'true' : undefined })
  const { connectors, ...counts } = await request<{
    connectors: ListedConnector[]
    found: number
    all: number
  }>('GET', `/api/report/v1/connectors?${query}`)
  return { rows: connectors, ...counts }
}

const at = (saved: number, rest = '') => `/api/report/v1/saved-reports/${saved}/connectors${rest}`

export const listConnectors = (saved: number) => request<Connectors>('GET', at(saved))

export const createConnector = (saved: number, kind: string, choices: ConnectorChoices) =>
  request<ConnectorToken>('POST', at(saved), { body: { kind, ...choices } })

export const changeConnector = (saved: number, connector: number, choices: ConnectorChoices) =>
  request<ConnectorToken>('PUT', at(saved, `/${connector}`), { body: choices })

export const removeConnector = (saved: number, connector: number) =>
  request<void>('DELETE', at(saved, `/${connector}`))

/** A new token; the old one opens nothing any more. */
export const rotateConnector = (saved: number, connector: number) =>
  request<ConnectorToken>('POST', at(saved, `/${connector}/token`))

export async function listPulls(saved: number, connector: number): Promise<Pull[]> {
  const { pulls } = await request<{ pulls: Pull[] }>('GET', at(saved, `/${connector}/pulls`))
  return pulls
}

export const getGuide = (saved: number, connector: number) =>
  request<Guide>('GET', at(saved, `/${connector}/guide`))
