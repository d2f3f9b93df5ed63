import { Recipient } from "../../../domain/orders/neutral-order"
import { WireAddress } from "../types"
import { Fields } from "./fields"

/**
 * The recipient as given. Masked parts stay masked and missing parts stay null: Tiki
 * gives phone and e-mail only where the seller delivers, and districts are no more since
 * Vietnam's reform of 2025. An address without any content is null as a whole.
 */
export function mapRecipient(
  address: Fields<WireAddress> | null
): Recipient | null {
  if (!address) {
    return null
  }
  const name = address.text("full_name")
  const phone = address.text("phone")
  const places = (["street", "ward", "district", "region"] as const).map(
    (part) => address.text(part)
  )
  const [address_1, address_2, city, province] = places
  const known = places.filter((place) => place !== null)
  if (!name && !phone && known.length === 0) {
    return null
  }
  const country = address.text("country_id")
  return {
    name,
    phone,
    address_1,
    address_2,
    city,
    province,
    postal_code: null,
    country_code:
      country && /^[a-z]{2}$/i.test(country) ? country.toLowerCase() : null,
    full_address: known.join(", ") || null,
  }
}
