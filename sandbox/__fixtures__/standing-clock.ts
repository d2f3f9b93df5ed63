import { Sandbox, startSandbox } from "../index"
import { TikTokShopInput } from "../tiktok-shop/options"

/** 09:00 in Vietnam; seconds pass by command only, so that times can be compared. */
const MORNING = Date.UTC(2026, 2, 2, 2)

/** A sandbox whose time stands still; its quota is out of the way. */
export const startStanding = (
  tiktok_shop: TikTokShopInput = {}
): Promise<Sandbox> =>
  startSandbox({
    now: () => MORNING,
    tiktok_shop: { quota: { per_second: 10_000 }, ...tiktok_shop },
  })
