/** An object or a whole group, as one side of a comparison: `object:sälj`, `group:Kundtjänst`. */
export type Side = string

/** What a report is set beside. Sides that are not chosen yet are empty. */
export type Comparison =
  { by: 'period'; from: string; to: string } | { by: 'objects'; a: Side; b: Side }

/** What has been chosen for a report. */
interface Choice {
  comparison: Comparison | null
  objects: 'all' | readonly string[]
  groups: readonly string[]
}

/** What a report is to be about; null while nothing is chosen. */
export function contentOf({ comparison, objects, groups }: Choice) {
  if (comparison?.by === 'objects') return sideContent(comparison.a)
  if (objects === 'all') return { objects }
  if (!objects.length && !groups.length) return null
  return {
    ...(objects.length && { objects: [...objects] }),
    ...(groups.length && { groups: [...groups] }),
  }
}

/** The kind and the name that a side is written with; null where it is no side. */
export function readSide(side: Side): { kind: 'object' | 'group'; name: string } | null {
  const [, kind, name] = /^(object|group):(.+)$/s.exec(side) ?? []
  return kind && name ? { kind: kind as 'object' | 'group', name } : null
}

function sideContent(side: Side) {
  const read = readSide(side)
  if (!read) return null
  return read.kind === 'object' ? { objects: [read.name] } : { groups: [read.name] }
}
