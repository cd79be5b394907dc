const ROUNDS = 7

/** The median of seven rounds in milliseconds, after one that warms up. */
export async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await took(work))
  return times.sort((a, b) => a - b)[ROUNDS >> 1]
}

/** Milliseconds that a piece of work takes. */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
