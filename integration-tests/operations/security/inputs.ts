import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { z } from "@medusajs/framework/zod"
import { adminRoutes, API, Route } from "./routes"

/** What a route says that it takes. */
export type RouteInput = {
  route: Route
  part: "query" | "body"
  fields: Record<string, z.ZodType>
}

const CHECK =
  /method: \["(\w+)"\],\s*matcher: "([^"]+)",\s*middlewares: \[\s*validateAndTransform(Query|Body)\(\s*(\w+)/g
const VALIDATORS = /from "(\.[^"]*validators)"/g

/** The input of every route that checks one, read from where it is checked. */
export function listInputs(): RouteInput[] {
  const routes = new Map(
    adminRoutes().map((route) => [
      `${route.method} ${route.path.replace(/\[(\w+)\]/g, ":$1")}`,
      route,
    ])
  )
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("middlewares.ts"))
    .flatMap((name) => {
      const file = join(API, name)
      const source = readFileSync(file, "utf8")
      const schemas = importsOf(file, source)
      return [...source.matchAll(CHECK)].map(
        ([, method, matcher, part, name]) => {
          const route = routes.get(`${method} ${matcher}`)
          const schema = schemas[name]
          if (!route || !(schema instanceof z.ZodObject)) {
            throw new Error(`${file}: ${method} ${matcher} checks ${name}`)
          }
          return {
            route,
            part: part === "Query" ? ("query" as const) : ("body" as const),
            fields: schema.shape as Record<string, z.ZodType>,
          }
        }
      )
    })
}

/** What a file has from validators, by name. */
function importsOf(file: string, source: string): Record<string, unknown> {
  const modules = [...source.matchAll(VALIDATORS)].map(
    ([, from]) => require(resolve(dirname(file), from)) as object
  )
  return Object.assign({}, ...modules) as Record<string, unknown>
}

/** Something that a field takes; undefined for one that may be left out. */
export function sampleOf(field: z.ZodType): unknown {
  return SAMPLES.find((sample) => field.safeParse(sample).success)
}

const SAMPLES = [
  undefined,
  "tiki",
  1,
  true,
  ["tiki"],
  {},
  "2026-01-31",
  "good",
  "outbound",
  "approve",
  "mark_packed",
  "commission",
  { sheets: [{ sheet: "x", header_row: 1, columns: [] }] },
]
