import type { LocationQuery, LocationQueryRaw } from 'vue-router'

const OPEN = 'visualisation'
const CHOICE = `${OPEN}.`

type Address = LocationQuery | LocationQueryRaw

const isOfVisualisation = (name: string) => name === OPEN || name.startsWith(CHOICE)
const text = (value: Address[string]) => (typeof value === 'string' && value ? value : undefined)

/** What of an address says which visualisation is open, and what is chosen in it. */
export const visualisationPart = (address: Address): LocationQueryRaw =>
  Object.fromEntries(Object.entries(address).filter(([name]) => isOfVisualisation(name)))

/** An address without it. */
export const withoutVisualisation = (address: Address): LocationQueryRaw =>
  Object.fromEntries(Object.entries(address).filter(([name]) => !isOfVisualisation(name)))

export const openIn = (address: Address) => text(address[OPEN])
export const choiceIn = (address: Address, name: string) => text(address[CHOICE + name])

/** All that is chosen in the one that is open, by name. */
export const choicesIn = (address: Address): Record<string, string> =>
  Object.fromEntries(
    Object.entries(address).flatMap(([name, value]) => {
      const chosen = name.startsWith(CHOICE) ? text(value) : undefined
      return chosen ? [[name.slice(CHOICE.length), chosen]] : []
    })
  )

/** An address where another is open, or none; what was chosen in the one before is not its. */
export const opening = (address: Address, key: string | null): LocationQueryRaw => ({
  ...withoutVisualisation(address),
  ...(key && { [OPEN]: key }),
})

export const choosing = (address: Address, name: string, value: string): LocationQueryRaw => ({
  ...address,
  [CHOICE + name]: value,
})
