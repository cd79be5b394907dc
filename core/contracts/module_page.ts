import type { ShownUnit, ShowWidget } from './board_content.js'
import type { DescribedReport } from './described_report.js'
import type { QuestionPeriod } from './question.js'
import type { Scalar } from './scalar.js'

/** The pages of a module, as its ./frontend/pages.ts exports them by default. */
export interface ModulePages {
  routes: readonly PageRoute[]
  /** Entries of the main menu, each seen by whom its route's capability lets in. */
  menu: readonly MenuEntry[]
  /** What the module has by this name, as the search over everything shows it. */
  find?: (search: ModuleSearch) => Promise<readonly FoundThing[]>
  /** Beside what else can become of a report on the screen; each view takes `ResultProps`. */
  resultActions?: readonly PageAddition[]
  /** On the page that people begin on; each view takes `AdditionProps`. */
  startBlocks?: readonly PageAddition[]
  /** A page of the module that people come by before they sign out, with `?leaving`, where there is a need. */
  beforeSignOut?: {
    route: string
    capability: string
    isNeeded(get: ModuleSearch['get']): Promise<boolean>
  }
}

/** A search over everything, as a module is asked. */
export interface ModuleSearch {
  /** Two letters or more. */
  text: string
  /** Whether the reader has one of the module's capabilities. */
  can(capability: string): boolean
  /** Asks one of the module's operations that read. */
  get<T>(path: string): Promise<T>
}

/** Something that a page of the module is about. */
export interface FoundThing {
  label: string
  /** Name of a Lucide icon. */
  icon: string
  /** Name of the route that it leads to. */
  route: string
  params?: Readonly<Record<string, string>>
}

/** What a module adds to a page of the product. Who lacks the capability does not see it. */
export interface PageAddition {
  capability: string
  view: () => Promise<{ default: unknown }>
}

export interface AdditionProps {
  tools: PageTools
}

export interface ResultProps extends AdditionProps {
  result: ShownResult
}

/** A report on the screen, or one that is saved. */
export interface ShownResult {
  name: string
  /** Key of the report type. */
  report: string
  columns: readonly string[]
  /** Public keys of the chosen objects and names of the chosen groups; both left out where all are. */
  objects?: readonly string[] | undefined
  groups?: readonly string[] | undefined
  grouping: 'total' | 'object' | 'group' | 'groupAndObject'
  interval: string
  intervalMinutes: number
  /** Local dates, both included; null of one that is saved. */
  dates: { from: string; to: string } | null
  /** What of each day counts. */
  window: Pick<QuestionPeriod, 'fromTime' | 'toTime' | 'weekdays' | 'holidays' | 'hours'>
  parameters: Readonly<Record<string, readonly number[]>>
  /** The widget that it is seen through, and what is chosen in it; null where it is a table. */
  widget: {
    key: string
    columns: readonly string[]
    choices: Readonly<Record<string, string>>
  } | null
}

export interface PageRoute {
  /** Unique in the module. */
  name: string
  /** Below `/<key>`: empty for the first page, `topics/:id` for others. */
  path: string
  /** One word at the root of the server that leads here too, such as `agent`. */
  shortcut?: string
  /** One of the module's capabilities, by its name. */
  capability: string
  /** Key of the title: `words.<title>` of the module's locales. */
  title: string
  /** `whole`: the view fills the page and has its own heading; else it stands below its title. */
  frame?: 'whole'
  /** A component that takes `PageProps`. */
  view: () => Promise<{ default: unknown }>
}

export interface MenuEntry {
  /** Name of the route. */
  route: string
  /** Key of the label: `words.<label>`. */
  label: string
  /** Name of a Lucide icon. */
  icon: string
}

/** A widget that the page was built with. */
export interface OpenedWidget {
  show: ShowWidget
  /** A word of the widget's own, in the reader's language. */
  word(key: string, values?: Readonly<Record<string, string | number>>): string
}

/** A measurement object as pages let people choose it. */
export interface ChosenObject {
  object: string
  type: string
  name: string
  groups: readonly string[]
}

/** What every page's component is given. */
export interface PageProps {
  tools: PageTools
  /** Of the page's address. */
  params: Readonly<Record<string, string>>
}

/** What a page may ask for. Everything is answered with the rights of who looks. */
export interface PageTools {
  /** A word of the module's own, `words.<key>` of its locales, with what stands in { } put in. */
  word(key: string, values?: Readonly<Record<string, Scalar>>): string
  /** Whether the reader has one of the module's capabilities. The server decides: the page only leaves out what it would refuse. */
  can(capability: string): boolean
  /** Asks one of the module's operations; `input` is the query of GET and DELETE, else the body. Throws what `explain` tells. */
  call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    input?: Readonly<Record<string, unknown>>
  ): Promise<T>
  /** What went wrong, in the reader's language: the module's `words.problems.<code>` where it has one. */
  explain(error: unknown): string
  /** A value as people read it. */
  format(value: Scalar | undefined, unit: ShownUnit): string
  /** Language tag of numbers and dates, such as `sv-SE`, and the reader's time zone. */
  readonly locale: string
  readonly zone: string
  /** The widgets that boards can show; null where the page was built without it. */
  widget(key: string): Promise<OpenedWidget | null>
  /** The report types that the reader's customer has. */
  reportTypes(): Promise<readonly DescribedReport[]>
  /** The measurement objects that a report can be about, those that the reader may see. */
  objects(report: string): Promise<readonly ChosenObject[]>
  /** What the page's address says after its path. It is followed by what is drawn, and changed without a new entry in the history. */
  readonly query: Readonly<Record<string, string>>
  setQuery(change: Readonly<Record<string, string | null>>): void
  /** The whole address of a page of the module, as another device opens it. */
  address(route: string, params?: Readonly<Record<string, string>>): string
  /** A moment (ISO 8601) in the reader's zone and language. */
  moment(text: string): string
  /** Signs the reader out, and leads to the sign-in. */
  signOut(): Promise<void>
  /** Opens another page of the module, by the name of its route. */
  open(
    route: string,
    params?: Readonly<Record<string, string>>,
    query?: Readonly<Record<string, string>>
  ): Promise<void>
}

/** Keeps the types of a declaration. */
export const definePages = (pages: ModulePages): ModulePages => pages
