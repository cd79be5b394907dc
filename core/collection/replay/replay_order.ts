import type CollectedFile from '#core/collection/models/collected_file'

/**
 * The files of a point to collect again with `file`, in order: it and all that came after it. Where an
 * earlier file still grew after it was begun (two logs side by side), that one's later part is in the
 * memory too, so it is taken as well.
 */
export function replayOrder(
  file: CollectedFile,
  ofPoint: readonly CollectedFile[]
): CollectedFile[] {
  if (file.format === 'ndjson') return [file]
  const files = ofPoint.filter(({ format }) => format !== 'ndjson').sort((a, b) => a.id - b.id)
  let first = files.findIndex(({ id }) => id === file.id)
  for (let at = first - 1; at >= 0; at--) {
    const begun = files[first]
    const earlier = files[at]
    if (begun && earlier && earlier.updatedAt > begun.createdAt) first = at
  }
  return files.slice(first)
}
