import { Recipient } from "./neutral-order"
import { DraftAddress } from "./order-draft"

/** The address as given: masked parts stay masked, missing ones are not made up. */
export function draftAddress(recipient: Recipient | null): DraftAddress | null {
  if (!recipient || Object.values(recipient).every((part) => !part)) {
    return null
  }
  return {
    first_name: recipient.name,
    last_name: null,
    phone: recipient.phone,
    address_1: recipient.address_1 ?? recipient.full_address,
    address_2: recipient.address_2,
    city: recipient.city,
    province: recipient.province,
    postal_code: recipient.postal_code,
    country_code: recipient.country_code,
  }
}
