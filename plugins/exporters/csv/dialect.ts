import type { ExportOptions } from '#core/contracts/exporter'

/** How a file is written so that its reader takes every value for what it is. */
export interface Dialect {
  delimiter: ',' | ';'
  decimal: '.' | ','
  /** Excel takes a file without the mark for the machine's old code page, and åäö for something else. */
  bom: boolean
  timeFormat: ExportOptions['timeFormat']
  /** Whether moments are without their offset: 2026-01-31 08:00:00. */
  plainMoments: boolean
  /** Whether cells that begin like a formula are made harmless. Machines run none. */
  neutralise: boolean
}

const COMMA_COUNTRIES = ['sv', 'et', 'lv']

/** RFC 4180 with points for machines; for persons what a spreadsheet in their language expects. */
export function dialectOf(locale: string, options: ExportOptions): Dialect {
  if (options.audience === 'machine') {
    return {
      delimiter: ',',
      decimal: '.',
      bom: false,
      timeFormat: 'seconds',
      plainMoments: false,
      neutralise: false,
    }
  }
  const comma = COMMA_COUNTRIES.includes(locale)
  return {
    delimiter: comma ? ';' : ',',
    decimal: comma ? ',' : '.',
    bom: true,
    timeFormat: options.timeFormat,
    plainMoments: true,
    neutralise: true,
  }
}
