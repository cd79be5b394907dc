/* What engines of 2019 lack and the widgets use. */

function put(target: object, name: string, value: unknown) {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true })
}

put(Array.prototype, 'at', function at(this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
put(Array.prototype, 'findLast', function findLast<T>(this: T[], fits: (one: T) => boolean) {
  return this.slice().reverse().find(fits)
})
put(Array.prototype, 'findLastIndex', function findLastIndex<
  T,
>(this: T[], fits: (one: T) => boolean) {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    if (fits(this[index] as T)) return index
  }
  return -1
})
put(Array.prototype, 'toReversed', function toReversed<T>(this: T[]) {
  return this.slice().reverse()
})
put(Array.prototype, 'toSorted', function toSorted<T>(this: T[], compare?: (a: T, b: T) => number) {
  return this.slice().sort(compare)
})
put(
  String.prototype,
  'replaceAll',
  function replaceAll(this: string, what: string | RegExp, by: string) {
    return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by)
  }
)
put(Object, 'hasOwn', (of: object, name: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(of, name)
)
put(Object, 'groupBy', <T>(all: Iterable<T>, keyOf: (one: T) => string) => {
  const groups: Record<string, T[]> = {}
  for (const one of all) (groups[keyOf(one)] ??= []).push(one)
  return groups
})

export {}
