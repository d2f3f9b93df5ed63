import { Recipient } from "../../../domain/orders/neutral-order"
import { WireAddress, WireDistrict } from "../types"
import { Fields } from "./fields"

/**
 * The recipient as given. Masked parts stay masked and missing parts stay null; an
 * address without any content (unpaid, on hold) is null as a whole.
 */
export function mapRecipient(
  address: Fields<WireAddress> | null
): Recipient | null {
  if (!address) {
    return null
  }
  const level = districts(address)
  const recipient: Recipient = {
    name: address.text("name") ?? address.text("first_name"),
    phone: address.text("phone_number"),
    address_1: address.text("address_line1") ?? address.text("address_detail"),
    address_2:
      (["address_line2", "address_line3", "address_line4"] as const)
        .map((name) => address.text(name))
        .filter((line) => line !== null)
        .join(", ") || null,
    city: level.get("L2") ?? address.text("post_town"),
    province: level.get("L1") ?? null,
    postal_code: address.text("postal_code"),
    country_code: country(address.text("region_code")),
    full_address: address.text("full_address"),
  }
  const { country_code: _country, ...rest } = recipient
  return Object.values(rest).some((part) => part !== null) ? recipient : null
}

/** Names of the administrative levels; L0 is the country. */
function districts(address: Fields<WireAddress>): Map<string, string> {
  const names = address
    .list<WireDistrict>("district_info")
    .map((one) => [one.text("address_level"), one.text("address_name")])
  return new Map(
    names.filter((pair): pair is [string, string] => !pair.includes(null))
  )
}

function country(region_code: string | null): string | null {
  return region_code && /^[a-z]{2}$/i.test(region_code)
    ? region_code.toLowerCase()
    : null
}
