import type { Browser } from "playwright-core"
import { dayOnTiki } from "./journeys/day-on-tiki"
import { erasingABuyer } from "./journeys/erasing-a-buyer"
import { firstDaysOnTiktokShop } from "./journeys/first-day-on-tiktok-shop"
import { whatIsWrong } from "./journeys/health"
import { morningsWork } from "./journeys/mornings-work"
import { reconciliation } from "./journeys/reconciliation"
import { stockThatFollows } from "./journeys/stock"
import { openBrowser } from "./support/browser"
import { Pictures } from "./support/pictures"
import { type Shop, openShop } from "./support/shop"

let shop: Shop
let browser: Browser
let pictures: Pictures

beforeAll(async () => {
  browser = await openBrowser()
  shop = await openShop()
  pictures = new Pictures(browser, shop)
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await shop?.close()
}, 60_000)

const given = () => ({ shop, browser, pictures })

firstDaysOnTiktokShop(given)
dayOnTiki(given)
morningsWork(given)
stockThatFollows(given)
reconciliation(given)
erasingABuyer(given)
whatIsWrong(given)
