import { NeutralOrderLine } from "../../../domain/orders/neutral-order"
import { MappingError } from "../../../domain/provider/mapping-error"
import { WireComponent, WireOrderLine } from "../types"
import { compareIds } from "../../shared/external-id"
import { Fields } from "./fields"

/** One unit: TikTok has no quantity, three pieces of a SKU are three entries. */
type Unit = { id: string; key: string; line: NeutralOrderLine }

/**
 * Merges units of the same SKU, prices and gift flag into lines. Parcel and status stay
 * out of it, so that a line keeps its identity when the order is split or partly
 * cancelled. Sums are kept exactly; neither the order of the units nor what happens to
 * them later changes which line they belong to.
 */
export function mapLines(
  units: Fields<WireOrderLine>[],
  order: {
    currency_code: string
    fulfilled_by: NeutralOrderLine["fulfilled_by"]
  }
): NeutralOrderLine[] {
  const merged = new Map<string, NeutralOrderLine>()
  const sorted = units
    .map((one) => readUnit(one, order))
    .sort((one, other) => compareIds(one.id, other.id))
  const seen = new Set<string>()
  for (const { id, key, line } of sorted) {
    if (seen.has(id)) {
      throw new MappingError("line_items", `holds ${id} twice`)
    }
    seen.add(id)
    const known = merged.get(key)
    if (known) {
      addUnit(known, line)
    } else {
      merged.set(key, line)
    }
  }
  return [...merged.values()]
}

function addUnit(known: NeutralOrderLine, unit: NeutralOrderLine): void {
  known.external_line_ids.push(...unit.external_line_ids)
  known.quantity += unit.quantity
  known.cancelled_quantity += unit.cancelled_quantity
  if (unit.cancelled_line_ids) {
    known.cancelled_line_ids = [
      ...(known.cancelled_line_ids ?? []),
      ...unit.cancelled_line_ids,
    ]
  }
  known.seller_discount += unit.seller_discount
  known.platform_discount += unit.platform_discount
}

function readUnit(
  unit: Fields<WireOrderLine>,
  {
    currency_code,
    fulfilled_by,
  }: {
    currency_code: string
    fulfilled_by: NeutralOrderLine["fulfilled_by"]
  }
): Unit {
  const id = unit.required("id")
  const currency = unit.text("currency")
  if (currency && currency.toLowerCase() !== currency_code) {
    throw new MappingError(
      unit.at("currency"),
      `"${currency}" is not the order's currency`
    )
  }
  const components = mapComponents(unit)
  const is_cancelled = unit.text("display_status") === "CANCELLED"
  const line: NeutralOrderLine = {
    external_line_ids: [id],
    external_product_id: unit.required("product_id"),
    external_sku_id: unit.required("sku_id"),
    seller_sku: unit.text("seller_sku"),
    title: unit.text("product_name") ?? "",
    sku_title: unit.text("sku_name"),
    image_url: unit.text("sku_image"),
    quantity: 1,
    cancelled_quantity: is_cancelled ? 1 : 0,
    ...(is_cancelled ? { cancelled_line_ids: [id] } : {}),
    unit_price: unit.amount("original_price", currency_code),
    seller_discount: unit.amount("seller_discount", currency_code),
    platform_discount: unit.amount("platform_discount", currency_code),
    is_gift: unit.flag("is_gift"),
    fulfilled_by,
    ...(components.length ? { components } : {}),
  }
  const key = [
    line.external_product_id,
    line.external_sku_id,
    line.unit_price,
    line.seller_discount,
    line.platform_discount,
    unit.amount("sale_price", currency_code),
    line.is_gift,
  ].join("|")
  return { id, key, line }
}

/**
 * The SKUs that a virtual bundle is made of. The line itself stays the bundle, which is
 * what the buyer paid for: its price cannot be divided without guessing.
 */
function mapComponents(
  unit: Fields<WireOrderLine>
): NonNullable<NeutralOrderLine["components"]> {
  return unit.list<WireComponent>("combined_listing_skus").map((part) => ({
    external_product_id: part.required("product_id"),
    external_sku_id: part.required("sku_id"),
    seller_sku: part.text("seller_sku"),
    quantity: part.count("sku_count") ?? 1,
  }))
}
