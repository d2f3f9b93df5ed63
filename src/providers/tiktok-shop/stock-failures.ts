import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { JsonObject } from "../../domain/shared/json"
import { reworded } from "../shared/errors"
import { understand } from "./answer"
import { errorOfAnswer, isStockLock, isTelling } from "./errors"
import { Fields, fieldsOf } from "./mappers"
import {
  WireStockAnswer,
  WireStockError,
  WireStockErrorDetail,
  WireStockExtraError,
} from "./types"

/** Why the stock of a SKU was not written. */
export type StockFailure = {
  /** Null when TikTok does not say of which SKU. */
  sku_id: string | null
  /** A campaign or a creator holds the number. */
  locked: boolean
  error: MarketplaceError
}

/**
 * What failed of an inventory update that was answered with success.
 * @throws {MarketplaceError} `outcome_unknown` when the answer cannot be understood.
 */
export function readStockFailures(data: JsonObject): StockFailure[] {
  try {
    return understand("answer about stock", () =>
      fieldsOf<WireStockAnswer>(data)
        .list<WireStockError>("errors")
        .flatMap((one) => failureOf(one) ?? [])
    )
  } catch (error) {
    throw error instanceof MarketplaceError
      ? reworded(error, "outcome_unknown", error.message)
      : error
  }
}

/** The main error may only say "check failed"; what did is told for each warehouse. */
function failureOf(entry: Fields<WireStockError>): StockFailure | null {
  const detail = entry.object<WireStockErrorDetail>("detail")
  const extra = detail?.list<WireStockExtraError>("extra_errors") ?? []
  const reasons = [
    { code: entry.required("code"), message: entry.text("message") },
    ...extra.map((one) => ({
      code: one.text("code") ?? "",
      message: one.text("message"),
    })),
  ]
  const lock = reasons.find(({ code, message }) => isStockLock(code, message))
  const { code, message } =
    lock ?? reasons.find((reason) => isTelling(reason.code)) ?? reasons[0]
  const error = errorOfAnswer({
    effect: "write",
    http_status: 200,
    code,
    message,
  })
  return error
    ? {
        sku_id: detail?.text("sku_id") ?? null,
        locked: lock !== undefined,
        error,
      }
    : null
}
