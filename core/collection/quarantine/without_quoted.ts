/** A reason without what it repeats of the record: all that is quoted, and what is as long as a telephone number. */
export const withoutQuoted = (reason: string): string =>
  // From the first quotation mark to the last: what was quoted may hold others.
  reason.replaceAll(/".*"/gs, '"…"').replaceAll(/\+?\d[\d ()-]{3,}\d/g, '…')
