/** Each address once, however it is written, in the order given. */
export const distinctAddresses = (addresses: readonly string[]): string[] => [
  ...new Map(addresses.map((address) => [address.toLowerCase(), address.trim()])).values(),
]
