const SIMPLE = /^[A-Za-z_][A-Za-z0-9_]*$/

/** A name of a checked declaration as SQL; dots divide a database from its table. */
export function identifier(name: string): string {
  return name
    .split('.')
    .map((part) => {
      if (!SIMPLE.test(part)) throw new Error(`"${part}" cannot be a name in SQL.`)
      return `\`${part}\``
    })
    .join('.')
}

/** The column of a field in its fact table. */
export const fieldColumn = (field: string): string => identifier(`f_${field}`)
