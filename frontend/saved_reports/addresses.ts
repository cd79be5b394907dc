const ADDRESS = /^[^\s@<>",;:()]+@[^\s@<>",;:()]+\.[^\s@<>",;:()]+$/

/** The first that is no e-mail address; undefined where all are. */
export const badAddress = (addresses: readonly string[]): string | undefined =>
  addresses.find((address) => !ADDRESS.test(address))
