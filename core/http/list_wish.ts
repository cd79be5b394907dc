import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'

/** What of a long list is wanted. Without `limit` it is all of it. */
export interface ListWish {
  /** Words that must stand in a row. */
  filter: string
  offset: number
  limit: number | undefined
  /** One of the list's own orders. */
  order: string | undefined
  descending: boolean
}

/** A part of a list: how many rows the filter finds, and how many there are without it. */
export interface ListPart<Row> {
  rows: Row[]
  found: number
  all: number
}

export const MOST_AT_ONCE = 500

/**
 * Reads `?filter=…&offset=100&limit=100&order=-name` of a list that can be ordered so. A minus turns the order.
 * Answers 422 for what is none of these.
 */
export async function listWish(
  { request }: Pick<HttpContext, 'request'>,
  orders: readonly string[] = []
): Promise<ListWish> {
  const validator = vine.create({
    filter: vine.string().maxLength(191).optional(),
    offset: vine.number().withoutDecimals().range([0, 10_000_000]).optional(),
    limit: vine.number().withoutDecimals().range([1, MOST_AT_ONCE]).optional(),
    order: vine.enum([...orders, ...orders.map((order) => `-${order}`)]).optional(),
  })
  const asked = request.qs() as Record<string, unknown>
  const {
    filter = '',
    offset = 0,
    limit,
    order,
  } = await validator.validate({
    ...asked,
    // A browser's form sends what is empty too.
    filter: asked.filter === '' ? undefined : asked.filter,
  })
  return {
    filter,
    offset,
    limit,
    order: order?.replace(/^-/, ''),
    descending: order?.startsWith('-') ?? false,
  }
}

/** Everything, in the usual order. */
export const WHOLE_LIST: ListWish = {
  filter: '',
  offset: 0,
  limit: undefined,
  order: undefined,
  descending: false,
}
