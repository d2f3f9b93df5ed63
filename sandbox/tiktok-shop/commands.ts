import {
  ControlCall,
  get,
  number,
  Options,
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
      return post(`/orders/${id}/${verb}`)
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
