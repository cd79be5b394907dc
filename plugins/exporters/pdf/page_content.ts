/*
 * Of pdfmake's document definition, what our pages use. The types that are published for it bring the
 * browser's in, which make other types of a server wrong.
 */

interface Look {
  fontSize?: number
  bold?: boolean
  color?: string
  fillColor?: string
  alignment?: 'left' | 'right' | 'center'
  /** Left, top, right, bottom. */
  margin?: [number, number, number, number]
  pageBreak?: 'before'
}

export interface PageTable {
  widths: readonly (number | '*')[]
  headerRows?: number
  dontBreakRows?: boolean
  keepWithHeaderRows?: number
  body: readonly (readonly PageContent[])[]
}

/** Something on a page, as plain data. Points are its measure. */
export type PageContent =
  | string
  | readonly PageContent[]
  | (Look & { text: string })
  | (Look & { stack: readonly PageContent[] })
  | (Look & { svg: string; width: number })
  | (Look & { layout: string; table: PageTable })

/** A document, and what is said of it. */
export interface PdfDefinition {
  pageSize: string
  pageOrientation: string
  pageMargins: readonly number[]
  language: string
  info: { title: string }
  defaultStyle: Look & { font: string }
  footer(page: number, count: number): object
  content: PageContent
}

export interface PdfMake {
  setFonts(fonts: Record<string, Record<string, string>>): void
  setUrlAccessPolicy(allowed: (url: string) => boolean): void
  setLocalAccessPolicy(allowed: (path: string) => boolean): void
  setTableLayouts(layouts: Record<string, Record<string, () => number | string>>): void
  createPdf(definition: PdfDefinition): { getBuffer(): Promise<Uint8Array> }
}
