import { existsSync } from "node:fs"

/** Where Chromium usually is; null when it is not installed. */
export const BROWSER_PATH =
  [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find(
    (path) => path && existsSync(path)
  ) ?? null
