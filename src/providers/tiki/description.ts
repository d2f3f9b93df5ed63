import { ConnectField } from "../../domain/provider/authorization"
import { ProviderDescription } from "../../domain/provider/marketplace-provider"
import { rateBudget } from "../shared/options"
import { appOf } from "./options"
import { MAX_ORDER_WINDOW_MS } from "./orders"
import { DOWNLOADABLE_STATUSES } from "./statuses"
import { TikiConfig } from "./types"

/** The seller's own app at open.tiki.vn. */
const OWN_APP: ConnectField["method"] = {
  id: "client_credentials",
  label: { en: "Client id and secret", vi: "Client id và secret" },
}

const CLIENT_KEY: ConnectField["method"] = {
  id: "client_key",
  label: { en: "Client key", vi: "Client key" },
}

const OWN_APP_FIELDS: ConnectField[] = [
  {
    name: "client_id",
    method: OWN_APP,
    label: { en: "Client id", vi: "Client id" },
    help: {
      en: "Of your own in-house app at open.tiki.vn/console.",
      vi: "Của ứng dụng in-house của bạn tại open.tiki.vn/console.",
    },
    secret: false,
    required: true,
  },
  {
    name: "client_secret",
    method: OWN_APP,
    label: { en: "Client secret", vi: "Client secret" },
    secret: true,
    required: true,
  },
]

const CLIENT_KEY_FIELDS: ConnectField[] = [
  {
    name: "client_key",
    method: CLIENT_KEY,
    label: { en: "Client key", vi: "Client key" },
    help: {
      en: "In Seller Center: seller information → store settings → connect to other sales channels, column “Tham số kết nối”.",
      vi: "Trong Seller Center: Thông tin người bán → Thiết lập cửa hàng → Kết nối với kênh bán hàng khác, cột “Tham số kết nối”.",
    },
    secret: true,
    required: true,
  },
]

/** What Tiki is, for the screens. */
export function describe(config: TikiConfig): ProviderDescription {
  return {
    label: { en: "Tiki", vi: "Tiki" },
    display_prefix: "TIKI",
    connect_fields: [
      ...OWN_APP_FIELDS,
      ...(config.allowClientKey ? CLIENT_KEY_FIELDS : []),
    ],
    connects_by_consent: appOf(config) !== undefined,
    downloadable_statuses: DOWNLOADABLE_STATUSES,
    default_download_statuses: ["new"],
    max_order_window_ms: MAX_ORDER_WINDOW_MS,
    default_settings: { deduct_stock_on: "succeeded", order_lookback_days: 30 },
    rate_budget: rateBudget(config.requestsPerSecond),
    order_url: null,
  }
}
