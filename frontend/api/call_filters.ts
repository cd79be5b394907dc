/** By field, what it must hold; all of them must be met. */
export type CallFilters = Record<
  string,
  | { is: string | boolean | readonly string[] }
  | { from?: number; to?: number }
  | { contains: string }
>
