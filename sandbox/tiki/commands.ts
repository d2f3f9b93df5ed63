import {
  ControlCall,
  get,
  number,
  Options,
  post,
  readLine,
} from "../shared/control-call"

/** Words for Tiki alone, without the leading `tiki`; null for any other. */
export function tikiWords(
  words: string[],
  options: Options
): ControlCall | null {
  const [noun, verb = "", id = "", ...rest] = words
  switch (`${noun} ${verb}`.trim()) {
    case "orders place": {
      const lines = [id, ...rest]
        .map(readLine)
        .map(({ sku, quantity }) => ({ original_sku: sku, quantity }))
      return post("/orders", {
        orders: [
          {
            lines,
            status: options.status,
            fulfillment_type: options.model,
            is_cod: options.cod === true,
          },
        ],
      })
    }
    case "orders cancel":
      return post(`/orders/${id}/cancel`, {
        by: options.by,
        reason_text: options.reason,
      })
    case "orders replace":
    case "orders collect":
    case "orders deliver":
    case "orders fail-delivery":
    case "orders return":
    case "orders complete":
      return post(`/orders/${id}/${verb}`)
    case "carrier collect":
      return post("/carrier/collect", {
        codes: id === "" ? undefined : [id, ...rest],
      })
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
    case "events list":
      return get("/events")
    case "events drop":
      return post("/events/drop", { count: Number(id || 1) })
    case "events repeat":
    case "events shuffle":
      return post(`/events/${verb}`)
    default:
      return null
  }
}
