import { MedusaError } from "@medusajs/framework/utils"

/** Why something was not done for an order or a receipt; the message is shown to staff. */
export function refusal(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
}
