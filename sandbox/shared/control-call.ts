/** Options of a command line, by name. */
export type Options = Record<string, string | boolean | undefined>

/** What a command asks of the control API. */
export type ControlCall = {
  method: "GET" | "POST" | "DELETE"
  path: string
  body?: object
}

export const get = (path: string): ControlCall => ({ method: "GET", path })
export const post = (path: string, body: object = {}): ControlCall => ({
  method: "POST",
  path,
  body,
})
export const remove = (path: string): ControlCall => ({
  method: "DELETE",
  path,
})

export const number = (text: string | boolean | undefined) =>
  text === undefined ? undefined : Number(text)
export const parse = (text: string | undefined) =>
  JSON.parse(text ?? "{}") as object

/** Reads `SKU:QUANTITY`. */
export function readLine(text: string): { sku: string; quantity: number } {
  const [sku, quantity = "1"] = text.split(":")
  return { sku, quantity: Number(quantity) }
}

/** The same call on a twin that has a control API of its own. */
export const underPrefix = (
  prefix: string,
  call: ControlCall
): ControlCall => ({
  ...call,
  path: prefix + call.path,
})

/** Words that every twin understands; null for any other. */
export function commonWords(
  words: string[],
  options: Options
): ControlCall | null {
  const [noun, verb = "", id = ""] = words
  switch (`${noun} ${verb}`.trim()) {
    case "orders add":
      return post("/orders", {
        count: Number(id || 20),
        seed: number(options.seed),
      })
    case "orders show":
      return get(`/orders/${id}`)
    case "orders advance":
      return post(`/orders/${id}/advance`, { to: options.to })
    case "orders edit":
      return post(`/orders/${id}`, parse(words[3]))
    case "products edit":
      return post(`/products/${id}`, parse(words[3]))
    case "products delete":
      return remove(`/products/${id}`)
    case "fault add":
      return post("/faults", {
        kind: id,
        path: options.path,
        times: number(options.times),
        skip: number(options.skip),
        code: number(options.code),
      })
    case "fault list":
      return get("/faults")
    case "fault clear":
      return remove("/faults")
    case "tokens expire-access":
    case "tokens expire-refresh":
    case "tokens revoke":
      return post(`/tokens/${verb}`)
    case "clock advance":
      return post("/clock", { advance_seconds: Number(id) })
    case "reset":
      return post("/reset")
    case "books":
    case "calls":
    case "violations":
    case "state":
      return get(`/${noun}`)
    default:
      return noun === "settings" ? post("/settings", parse(verb || "{}")) : null
  }
}
