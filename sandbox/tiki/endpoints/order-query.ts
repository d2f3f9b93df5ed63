import { badRequest } from "../api-error"
import { Order, shownStatus } from "../orders/order"
import { readTime, startOfDay } from "../tiki-time"
import { commaList, SellerContext } from "./endpoint"

type Test = (order: Order) => boolean
type DateField = "create_time" | "update_time"

/** `in|a,b`, `nin|a,b`, or a bare list, which means `in`. */
export function readSet(
  text: string | undefined
): ((value: string) => boolean) | null {
  if (text === undefined) {
    return null
  }
  const [, sign = "in", list] = /^(?:(in|nin)\|)?(.*)$/.exec(text) ?? []
  const values = new Set(commaList(list))
  return (value) => values.has(value) === (sign === "in")
}

const DAYS: Record<string, number> = { today: 0, last7days: 7, last30days: 30 }

function dateTests({ query, twin }: SellerContext): Test[] {
  const tests: Test[] = []
  const bound = (name: string, field: DateField, from: boolean) => {
    const text = query[name]
    if (text === undefined) {
      return
    }
    const time = readTime(text)
    if (time === null) {
      throw badRequest(`${name} does not match the format yyyy-MM-dd HH:mm:ss`)
    }
    tests.push((order) => (from ? order[field] >= time : order[field] <= time))
  }
  bound("created_from_date", "create_time", true)
  bound("created_to_date", "create_time", false)
  bound("updated_from_date", "update_time", true)
  bound("updated_to_date", "update_time", false)
  const { filter_date_by } = query
  if (filter_date_by !== undefined) {
    const days = DAYS[filter_date_by]
    if (days === undefined) {
      throw badRequest("filter_date_by is invalid")
    }
    const from = startOfDay(twin.clock.seconds()) - days * 86_400
    tests.push(({ create_time }) => create_time >= from)
  }
  return tests
}

/**
 * Everything an order has to be, by the query.
 * @throws {ApiError} 400 for a value in another form.
 */
export function orderTests(context: SellerContext): Test[] {
  const { query } = context
  const tests = dateTests(context)
  const codes = commaList(query.code)
  if (codes) {
    tests.push(({ code }) => codes.includes(code))
  }
  const skus = commaList(query.sku)
  if (skus) {
    tests.push(({ items }) => items.some(({ sku }) => skus.includes(sku)))
  }
  const status = readSet(query.status)
  if (status) {
    tests.push((order) => status(shownStatus(order)))
  }
  const model = readSet(query.fulfillment_type)
  if (model) {
    tests.push(({ fulfillment_type }) => model(fulfillment_type))
  }
  const kind = readSet(query.item_inventory_type)
  if (kind) {
    tests.push(({ items }) =>
      items.some(({ inventory_type }) => kind(inventory_type))
    )
  }
  const answer = query.item_confirmation_status
  if (answer !== undefined) {
    tests.push(({ items }) =>
      items.some(({ confirmation }) => confirmation === answer)
    )
  }
  if (query.is_rma !== undefined) {
    const wanted = ["true", "1"].includes(query.is_rma)
    tests.push(({ replaces }) => (replaces !== null) === wanted)
  }
  return tests
}

/** @throws {ApiError} 400 for a column or direction that does not exist. */
export function orderSorting(text = "created_at|desc"): {
  field: DateField
  ascending: boolean
} {
  const [, column, direction] =
    /^(created_at|updated_at)\|(asc|desc)$/.exec(text) ?? []
  if (!column) {
    throw badRequest("order_by is invalid")
  }
  return {
    field: column === "created_at" ? "create_time" : "update_time",
    ascending: direction === "asc",
  }
}
