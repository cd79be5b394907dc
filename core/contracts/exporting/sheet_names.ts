/** Excel refuses these signs, names over 31 letters, and the same name twice whatever its case. */
const REFUSED = /[\\/*?:[\]]/g
const LONGEST = 31

/** Hands out names that a workbook accepts, each only once. */
export function sheetNames() {
  const given = new Set<string>()
  return {
    unique(wanted: string): string {
      const base =
        wanted
          .replaceAll(REFUSED, ' ')
          // The library does not double it where it names the sheet.
          .replaceAll("'", '’')
          .trim() || 'Sheet'
      let name = base.slice(0, LONGEST)
      for (let copy = 2; given.has(name.toLowerCase()); copy++) {
        const ending = ` (${copy})`
        name = base.slice(0, LONGEST - ending.length) + ending
      }
      given.add(name.toLowerCase())
      return name
    },
  }
}
