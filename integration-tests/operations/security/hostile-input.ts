import { OperationsShop } from "../shop"
import { listInputs, RouteInput, sampleOf } from "./inputs"
import { addressOf, adminRoutes, Route } from "./routes"

/** Longer than any text that anything here is called. */
const LONG = "x".repeat(6_000)

/** Texts that have broken others' databases, paths and searches. */
const TEXTS = [
  "\u0000",
  "'; DROP TABLE marketplace_channel; --",
  "\\",
  "../../../etc/passwd",
  "__proto__",
]

/** What is no number, no moment, or one that a database does not have. */
const FIGURES = [
  "-1",
  "1e309",
  "9007199254740993",
  "2026-99-99",
  "+275760-09-13T00:00:00.000Z",
]

/** What a body can hold besides. */
const VALUES: unknown[] = [
  null,
  -1,
  1e300,
  {},
  JSON.parse('{ "__proto__": { "polluted": true } }'),
  "\ud800",
  { "\u0000": "\u0000" },
  Array.from({ length: 6_000 }, (_, index) => `x${index}`),
  JSON.parse("[".repeat(1_000) + "]".repeat(1_000)),
]

type Request = {
  route: Route
  parameter?: string
  query?: string
  body?: unknown
}

/** Nothing that anybody sends makes the server fail. */
export function hostileInput(at: () => OperationsShop): void {
  describe("hostile input", () => {
    it("in an address is refused or finds nothing", async () => {
      const requests = adminRoutes()
        .filter(({ path }) => path.includes("["))
        .flatMap((route) =>
          TEXTS.map((parameter): Request => ({ route, parameter }))
        )
      expect(await failures(at(), requests)).toEqual([])
    }, 240_000)

    it("in a question is refused or finds nothing", async () => {
      const requests = listInputs()
        .filter(({ part }) => part === "query")
        .flatMap(({ route, fields }) =>
          Object.keys(fields).flatMap((name) =>
            [...TEXTS, ...FIGURES].map((text): Request => {
              const key = name === "placed_at" ? "placed_at[$gte]" : name
              const query = { ...without(fields, name), [key]: text }
              return { route, query: new URLSearchParams(query).toString() }
            })
          )
        )
      expect(await failures(at(), requests)).toEqual([])
    }, 240_000)

    it("in a body is refused by name", async () => {
      const requests = listInputs()
        .filter(({ part }) => part === "body")
        .flatMap(({ route, fields }) =>
          Object.keys(fields).flatMap((name) =>
            [...TEXTS, ...FIGURES, ...VALUES].map((value): Request => ({
              route,
              body: { ...without(fields, name), [name]: value },
            }))
          )
        )
      expect(await failures(at(), requests)).toEqual([])
      expect({}).not.toHaveProperty("polluted")
    }, 240_000)

    it("is no more than a field can hold", async () => {
      const requests = listInputs().flatMap((input) =>
        Object.keys(input.fields).flatMap((name) => tooMuch(input, name))
      )
      const taken: string[] = []
      for (const request of requests) {
        const { status, text } = await ask(at(), request)
        if (status !== 400) {
          taken.push(`${nameOf(request)} took it: ${status} ${text}`)
        }
      }
      expect(taken).toEqual([])
    }, 240_000)
  })
}

/** Samples of the fields that have to be there, other than one. */
function without(
  fields: RouteInput["fields"],
  left_out: string
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name !== left_out)
      .map(([name, field]) => [name, sampleOf(field)])
      .filter(([, sample]) => sample !== undefined)
  ) as Record<string, string>
}

/** A text too long, alone and as one of a list. */
function tooMuch({ route, part, fields }: RouteInput, name: string): Request[] {
  const rest = without(fields, name)
  return part === "body"
    ? [LONG, [LONG]].map((value) => ({
        route,
        body: { ...rest, [name]: value },
      }))
    : [
        {
          route,
          query: new URLSearchParams({ ...rest, [name]: LONG }).toString(),
        },
      ]
}

/** Requests that made the server fail, with what it said; several are asked at once. */
async function failures(
  shop: OperationsShop,
  requests: Request[]
): Promise<string[]> {
  const failed: string[] = []
  for (let start = 0; start < requests.length; start += AT_ONCE) {
    await Promise.all(
      requests.slice(start, start + AT_ONCE).map(async (request) => {
        const { status, text } = await ask(shop, request)
        if (status >= 500) {
          failed.push(`${nameOf(request)}: ${status} ${text}`)
        }
      })
    )
  }
  return failed
}

const AT_ONCE = 6

async function ask(
  { admin }: OperationsShop,
  { route, parameter = "unknown", query = "", body }: Request
): Promise<{ status: number; text: string }> {
  const path = `${addressOf(route, parameter)}?${query}`.slice(PREFIX.length)
  const answer = await (route.method === "POST"
    ? admin.post(path, body)
    : route.method === "DELETE"
      ? admin.delete(path)
      : admin.get(path))
  const text = JSON.stringify(answer.body) ?? ""
  return { status: answer.status, text: text.slice(0, 300) }
}

const PREFIX = "/admin/marketplaces"

function nameOf({ route, parameter, query, body }: Request): string {
  const sent = parameter ?? query ?? JSON.stringify(body)
  return `${route.method} ${route.path} ${sent.slice(-120)}`
}
