import type { BoardDocument, BoardMode, Place } from '#core/contracts/board'
import type { DescribedLive } from '#core/contracts/described_report'
import type { Answer } from '#core/contracts/question'
import type { Settings } from '#core/contracts/settings'
import type { BoardUse } from '#core/contracts/widget'

/** A dashboard as the server tells of it. */
export interface BoardInfo {
  id: number
  name: string
  description: string
  owner: string | null
  mine: boolean
  shared: boolean
  standard: boolean
  revision: number
  changedAt: string
  changedBy: string | null
  hasDraft: boolean
  isDefault: boolean
}

export interface ListedBoard extends BoardInfo {
  opened: number
  miniature: Miniature | null
}

export interface Miniature {
  mode: BoardMode
  background: string | null
  places: (Place & { kind: string })[]
}

export interface OpenedBoard {
  board: BoardInfo & { published: number }
  document: BoardDocument
}

export type Answers = Readonly<Record<string, readonly Answer[]>>

export interface BoardAnswers {
  /** The server’s clock. */
  now: string
  revision?: number
  answers: Answers
}

/** A kind of widget, as the server describes it. */
export interface Kind extends Omit<BoardUse, 'asks' | 'settings'> {
  key: string
  label: string
  description: string
  icon: string
  settings?: Settings
  /** It has a view of its own, and asks by itself. */
  ownView: boolean
}

export interface Template {
  key: string
  kind: 'wall' | 'desk' | 'phone'
  report: string
  label: string
  source: string
  document: BoardDocument
}

export interface Templates {
  templates: Template[]
  live: DescribedLive[]
}

/** What is said of a new link. */
export interface LinkWish {
  name?: string
  days: number
  password?: string
  networks?: string[]
  hosts?: string[]
  names?: boolean
}

/** Dashboards that screens show in turn. */
export interface ListedPlaylist {
  id: number
  name: string
  items: { board: number; seconds: number; onlyOpen?: boolean }[]
}
