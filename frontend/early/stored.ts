/** A text that this browser keeps, under a name of ours; private windows may refuse to keep it. */
export function stored(name: string, fallback: string) {
  const key = `telestat.${name}`
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? fallback
      } catch {
        return fallback
      }
    },
    write(value: string) {
      try {
        localStorage.setItem(key, value)
      } catch {
        // Kept for this visit only.
      }
    },
  }
}
