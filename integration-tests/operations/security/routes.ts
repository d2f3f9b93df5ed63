import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve, sep } from "node:path"

export const API = resolve(__dirname, "../../../src/api")

export type Route = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** With its parameters as folders name them: `/admin/marketplaces/channels/[id]`. */
  path: string
}

/** Every route of the plugin, read from its files, so that no new one is forgotten. */
export function listRoutes(): Route[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(`${sep}route.ts`))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(API, file), "utf8")
      const path = `/${relative(API, join(API, dirname(file)))
        .split(sep)
        .join("/")}`
      return METHODS.filter((method) =>
        new RegExp(`^export (const|(async )?function) ${method}\\b`, "m").test(
          source
        )
      ).map((method) => ({ method, path }))
    })
}

const METHODS: Route["method"][] = ["GET", "POST", "PUT", "PATCH", "DELETE"]

/** Routes of the admin, for signed-in people only. */
export function adminRoutes(): Route[] {
  return listRoutes().filter(({ path }) => path.startsWith("/admin/"))
}

/** The address of a route with a text in the place of each of its parameters. */
export function addressOf({ path }: Route, parameter: string): string {
  return path.replace(/\[\w+\]/g, () => encodeURIComponent(parameter))
}
