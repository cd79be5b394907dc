/** What is asked of a model: which fields, from when on, and which page. */
export interface Query {
  fields: readonly string[]
  /** Records whose field is at or after this local time, sorted by it. */
  since?: { field: string; from: string }
  skip?: number
  take?: number
}

/** The query in the platform's own spelling; nested filters are the one that all its versions take. */
export function queryString({ fields, since, skip = 0, take = 1000 }: Query): string {
  const asked = new URLSearchParams()
  fields.forEach((field, index) => asked.append(`fields[${index}]`, field))
  if (since) {
    asked.append('filter[logic]', 'and')
    asked.append('filter[filters][0][field]', since.field)
    asked.append('filter[filters][0][operator]', 'gte')
    asked.append('filter[filters][0][value]', since.from)
    asked.append('sort[0][field]', since.field)
    asked.append('sort[0][dir]', 'asc')
  }
  asked.append('skip', String(skip))
  asked.append('take', String(take))
  return asked.toString()
}
