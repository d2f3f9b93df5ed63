import { MedusaError } from "@medusajs/framework/utils"
import {
  isTemporary,
  MarketplaceError,
} from "../../domain/provider/marketplace-error"

/**
 * What a person is told whose question a marketplace did not answer: UNEXPECTED_STATE when
 * asking again may help, else NOT_ALLOWED.
 */
export function refusedReading(error: MarketplaceError): MedusaError {
  return new MedusaError(
    isTemporary(error)
      ? MedusaError.Types.UNEXPECTED_STATE
      : MedusaError.Types.NOT_ALLOWED,
    error.message
  )
}
