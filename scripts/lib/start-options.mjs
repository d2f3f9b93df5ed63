import { parseOptions } from "./parse-options.mjs"

export const USAGE = `npm start                       the demo: sandbox, small shop, one TikTok Shop channel, admin
npm start -- --fresh            the same, from an empty database
npm start -- --once --json      the demo's work once, without a screen; one JSON summary on standard output
npm start -- --bare             the host alone, marketplaces from the environment
                --no-admin      do not build and serve the admin

PORT                            port to serve on (9000, or any free one)
DATABASE_URL                    a PostgreSQL of your own instead of the embedded one
EMBEDDED_POSTGRES_DIR           where the embedded one keeps its data
ADMIN_EMAIL, ADMIN_PASSWORD     the admin user`

const OPTIONS = {
  once: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  bare: { type: "boolean", default: false },
  fresh: { type: "boolean", default: false },
  "no-admin": { type: "boolean", default: false },
  help: { type: "boolean", default: false },
}

/** What `npm start` was asked to do. Throws with the usage for anything unknown. */
export function parseStartOptions(args) {
  const values = parseOptions({ args, options: OPTIONS, usage: USAGE })
  if (values.once && values.bare) {
    throw new Error(`--once and --bare exclude each other.\n\n${USAGE}`)
  }
  const mode = values.once ? "once" : values.bare ? "bare" : "demo"
  return {
    mode,
    json: values.json,
    fresh: values.fresh,
    admin: mode !== "once" && !values["no-admin"],
    help: values.help,
  }
}
