import { invalidParameter } from "../envelope"
import { readPageToken, writePageToken } from "../page-token"
import { numberOf, oneOf, ShopContext } from "./endpoint"

type Listed<F extends string> = {
  id: string
  /** Times to sort by, in seconds, UTC. */
  times: Record<F | "create_time" | "update_time", number>
}

export type ListRules<F extends string> = {
  least: number
  most: number
  /** Null when the caller has to say. */
  usual: number | null
  sort_fields: readonly [F, ...F[]]
  /** The default stands first. */
  sort_orders: readonly ["ASC", "DESC"] | readonly ["DESC", "ASC"]
}

export type ListPage<T> = {
  items: T[]
  total_count: number
  next_page_token: string
}

function sizeOf({ query }: ShopContext, rules: ListRules<string>): number {
  const { least, most, usual } = rules
  const size = Number(query.page_size ?? usual ?? NaN)
  if (!Number.isInteger(size) || size < least || size > most) {
    throw invalidParameter(`page_size must be between ${least} and ${most}`)
  }
  return size
}

/**
 * One page of a short list: the caller's time windows, sorting and paging.
 * @param items already filtered by everything else.
 * @throws {ApiError} 36009004 for parameters that are out of bounds.
 */
export function listPage<T, F extends string>(
  context: ShopContext,
  items: readonly T[],
  read: (item: T) => Listed<F>,
  rules: ListRules<F>
): ListPage<T> {
  const size = sizeOf(context, rules)
  const field = oneOf<F>(context, "sort_field", rules.sort_fields)
  const up = oneOf<string>(context, "sort_order", rules.sort_orders) === "ASC"
  const scope = [
    context.shop.id,
    JSON.stringify(context.body),
    field,
    String(up),
  ].join(" ")
  const within = ({ times }: Listed<F>) =>
    (["create_time", "update_time"] as const).every((name) => {
      const [from, until] = [`${name}_ge`, `${name}_lt`]
      const time = times[name]
      return (
        time >= (numberOf(context, from) ?? -Infinity) &&
        time < (numberOf(context, until) ?? Infinity)
      )
    })
  const compare = (a: Listed<F>, b: Listed<F>) =>
    (up ? 1 : -1) * (a.times[field] - b.times[field] || (a.id < b.id ? -1 : 1))
  const all = items
    .map((item) => ({ item, listed: read(item) }))
    .filter(({ listed }) => within(listed))
    .sort((a, b) => compare(a.listed, b.listed))
  const { page_token } = context.query
  const after = page_token ? readPageToken(scope, page_token) : null
  const isAfter = ({ times, id }: Listed<F>) =>
    after === null ||
    (up ? 1 : -1) *
      (times[field] - after.value ||
        (id === after.id ? 0 : id < after.id ? -1 : 1)) >
      0
  const rest = all.filter(({ listed }) => isAfter(listed))
  const shown = rest.slice(0, size)
  const last = shown[shown.length - 1]
  return {
    items: shown.map(({ item }) => item),
    total_count: all.length,
    next_page_token:
      rest.length > size && last
        ? writePageToken(scope, {
            value: last.listed.times[field],
            id: last.listed.id,
          })
        : "",
  }
}
