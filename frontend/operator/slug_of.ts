/** A short name for addresses, made of a name: `Växjö Energi AB` → `vaxjo-energi-ab`. */
export const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, 64)
    .replaceAll(/^-|-$/g, '')
