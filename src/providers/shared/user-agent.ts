import { createRequire } from "node:module"

// Required, not imported: the compiler would put a copy of package.json into the build.
const { version } = createRequire(__filename)(
  "medusa-plugin-marketplaces/package.json"
) as { version: string }

/** How we name ourselves to a marketplace that refuses the names of HTTP libraries. */
export const USER_AGENT = `medusa-plugin-marketplaces/${version}`
