const ROUNDS = 7
/** A server that has just started compiles what it runs often, and so does the engine. */
const WARM_UP = 5

/** The median of seven rounds in milliseconds, after some that warm up. */
export async function median(work: () => Promise<unknown>): Promise<number> {
  for (let round = 0; round < WARM_UP; round++) await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await took(work))
  return times.sort((a, b) => a - b)[ROUNDS >> 1]
}

/** The medians of two pieces of work that take turns, so that both meet the same machine. */
export async function mediansInTurn(one: () => Promise<unknown>, other: () => Promise<unknown>) {
  for (let round = 0; round < WARM_UP; round++) await one().then(other)
  const times: [number, number][] = []
  for (let round = 0; round < 2 * ROUNDS; round++) times.push([await took(one), await took(other)])
  const middle = (index: 0 | 1) => times.map((pair) => pair[index]).sort((a, b) => a - b)[ROUNDS]
  return [middle(0), middle(1)] as const
}

/** Milliseconds that a piece of work takes. */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
