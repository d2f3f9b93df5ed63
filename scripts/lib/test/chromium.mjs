import { existsSync } from "node:fs"

const USUAL = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/** The Chromium of this machine: the one of CHROMIUM_PATH, or where it usually is. */
export function findChromium() {
  return process.env.CHROMIUM_PATH || USUAL.find((path) => existsSync(path))
}
