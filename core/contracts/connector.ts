import type { FeedTable, Feed } from './feed.js'
import type { Declared } from './settings.js'

/** One request to a connector's address. Core has already checked link, token, rights and rate. */
export interface ConnectorRequest {
  method: 'GET' | 'HEAD' | 'POST'
  /** Below the connector's address, decoded, and without a slash before it: `odata/Rows`. */
  path: string
  /** Without the access token, which is core's. */
  query: URLSearchParams
  headers: Headers
  /** What was sent with POST, as text. */
  body?: string
  /** The connector's own address as it is reached from outside; ends in a slash. */
  address: string
  /**
   * An absolute address below the connector's, which whoever sent this request can follow: it holds the
   * token where this one did.
   */
  link(path: string, query?: URLSearchParams): string
}

/** What is answered. A body that is text in pieces is sent as it comes, and never held whole. */
export interface ConnectorAnswer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array | AsyncIterable<string>
}

/** What a guide is written for. */
export interface GuidePlace {
  /** The connector's own address; ends in a slash. */
  address: string
  /** Whether a token is asked for. It is never known here. */
  token: boolean
  title: string
  tables: readonly FeedTable[]
  locale: string
}

/** A step of a guide: what to do in words, and what to paste, to open or to look for. */
export interface GuideStep {
  title: string
  text: string
  /** To be copied as it is. */
  code?: { language: string; text: string }
  /** A file below the connector's address. */
  file?: { label: string; path: string }
  /** A drawing of what the tool shows: SVG without scripts, and what it shows in words. */
  picture?: { svg: string; alt: string }
}

/**
 * Serves a saved report to another system. All connectors of an address are fed by the same tables, so
 * that a connector may name what another one serves.
 */
export interface ConnectorPlugin extends Declared<'connector'> {
  /** What it answers below the address: `data.json`, or `odata/*` for everything under `odata/`. */
  paths: readonly string[]
  /** Addresses that the description of the API tells, each with the content type that it answers. */
  documented?: Readonly<Record<string, string>>
  /** Those of its paths that are asked with POST too; nothing can be changed by it. */
  posts?: readonly string[]
  /** What a person copies into the tool: one of the paths. */
  entry: string
  /** Headers of every answer under its paths, also of core's refusals. */
  always?: Readonly<Record<string, string>>
  /** How to connect the tool to this report, in the reader's language. */
  guide(place: GuidePlace): readonly GuideStep[]
  serve(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer>
}
