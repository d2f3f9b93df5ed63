import type { Browser } from "playwright-core"
import type { Pictures } from "./pictures"
import type { Shop } from "./shop"

/** What every journey is given: one shop, which all of them leave changed, and who looks at it. */
export type Stage = { shop: Shop; browser: Browser; pictures: Pictures }
