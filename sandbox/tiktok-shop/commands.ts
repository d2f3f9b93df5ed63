import {
  ControlCall,
  get,
  number,
  Options,
  parse,
  post,
  readLine,
} from "../shared/control-call"

/** Words for TikTok Shop alone; null for any other. */
export function tiktokWords(
  words: string[],
  options: Options
): ControlCall | null {
  const [noun, verb = "", id = "", ...rest] = words
  switch (`${noun} ${verb}`.trim()) {
    case "orders place": {
      const lines = [id, ...rest]
        .map(readLine)
        .map(({ sku, quantity }) => ({ seller_sku: sku, quantity }))
      const is_cod = options.cod === true
      return post("/orders", {
        orders: [{ lines, status: options.status, is_cod }],
      })
    }
    case "orders cancel": {
      const { by, reason } = options
      return post(`/orders/${id}/cancel`, { by, reason })
    }
    case "orders request-cancel":
    case "orders refund":
    case "orders collect":
    case "orders deliver":
    case "orders complete":
      return post(`/orders/${id}/${verb}`)
    case "orders fail":
    case "packages fail":
      return post(`/${noun}/${id}/fail`, { reason: options.reason })
    case "orders split":
      return post(`/orders/${id}/split`, {
        groups: rest.map((group) => group.split(",")),
      })
    case "packages list":
      return get(id ? `/packages?order_id=${id}` : "/packages")
    case "packages books":
      return get("/packages/books")
    case "packages show":
      return get(`/packages/${id}`)
    case "packages combine":
      return post("/packages/combine", { package_ids: [id, ...rest] })
    case "packages ship":
    case "packages collect":
    case "packages deliver":
    case "packages complete":
    case "packages uncombine":
      return post(`/packages/${id}/${verb}`)
    case "packages put-off-label":
      return post(`/packages/${id}/${verb}`, { asks: number(rest[0]) })
    case "cancellations list":
    case "returns list":
      return get(id ? `/${noun}?order_id=${id}` : `/${noun}`)
    case "cancellations request":
    case "returns request":
      return post(`/${noun}`, { ...parse(rest[0]), order_id: id })
    case "cancellations reject":
      return post(`/${noun}/${id}/${verb}`, { reason: options.reason })
    case "cancellations approve":
    case "cancellations withdraw":
    case "cancellations complete":
    case "returns approve":
    case "returns reject":
    case "returns ship-back":
    case "returns deliver-back":
    case "returns complete":
    case "returns withdraw":
    case "returns edit":
    case "returns answer-offer":
      return post(`/${noun}/${id}/${verb}`, parse(rest[0]))
    case "stock set":
      return post(`/stock/${id}`, { available: number(rest[0]) })
    case "stock change":
      return post(`/stock/${id}`, { change: number(rest[0]) })
    case "stock lock":
    case "stock unlock":
      return post(`/stock/${id}`, { locked_by_campaign: verb === "lock" })
    case "stock ignore-writes":
    case "stock take-writes":
      return post(`/stock/${id}`, { ignores_writes: verb === "ignore-writes" })
    case "stock writes":
      return get(id ? `/stock/writes?sku_id=${id}` : "/stock/writes")
    case "webhooks list":
      return get("/webhooks")
    case "webhooks deliver":
      return post("/webhooks/deliver", {
        order: options.order,
        times: number(options.repeat),
      })
    case "webhooks drop":
      return post("/webhooks/drop", { count: Number(id || 1) })
    default:
      return null
  }
}
