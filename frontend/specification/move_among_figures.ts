const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** Arrow keys go from a figure of a table to the next one that can be opened, in its row or column. */
export function moveAmongFigures(event: KeyboardEvent) {
  const step = steps[event.key]
  const cell = (event.target as Element).closest('a.figure')?.closest('td')
  if (!step || !cell) return
  const rows = [...cell.closest('table')!.querySelectorAll('tr')]
  const [down, right] = step
  let at = rows.indexOf(cell.parentElement as HTMLTableRowElement)
  let place = cell.cellIndex
  let found: HTMLElement | null | undefined
  do {
    at += down
    place += right
    const next = rows[at]?.cells[place]
    if (!next) break
    found = next.querySelector<HTMLElement>('a.figure')
  } while (!found)
  event.preventDefault()
  found?.focus()
}
