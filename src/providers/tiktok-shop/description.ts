import { ProviderDescription } from "../../domain/provider/marketplace-provider"
import { rateBudget } from "../shared/options"
import { DOWNLOADABLE_STATUSES } from "./statuses"
import { TikTokShopConfig } from "./types"
import { MAX_WINDOW_MS } from "./windows"

/** What the admin and the host know of TikTok Shop before any call. */
export function describe({ requestsPerSecond }: TikTokShopConfig) {
  return {
    label: { en: "TikTok Shop", vi: "TikTok Shop" },
    display_prefix: "TTS",
    connect_fields: [],
    connects_by_consent: true,
    downloadable_statuses: DOWNLOADABLE_STATUSES,
    default_download_statuses: null,
    max_order_window_ms: MAX_WINDOW_MS,
    default_settings: {
      deduct_stock_on: "handover",
      order_lookback_days: null,
    },
    rate_budget: rateBudget(requestsPerSecond),
    order_url: null,
  } satisfies ProviderDescription
}
