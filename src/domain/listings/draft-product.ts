import { normalizeText } from "./normalize-text"

/** A listing, as far as making a product of it needs. */
export type ProductSource = {
  external_product_id: string
  external_sku_id: string
  seller_sku: string | null
  barcode: string | null
  title: string
  sku_title: string | null
  attributes: { name: string; value: string }[]
  description: string | null
  image_urls: string[]
}

export type ProductDraft = {
  title: string
  /** Plain text. */
  description: string
  handle: string
  image_urls: string[]
  options: { title: string; values: string[] }[]
  variants: {
    external_sku_id: string
    title: string
    sku: string | null
    barcode: string | null
    /** Value by option title. */
    options: Record<string, string>
  }[]
}

/** What the host calls the option of a product that has none. */
const NO_OPTION = { title: "Default option", value: "Default option value" }
const SKU_OPTION = "SKU"

/**
 * The product that SKUs of one marketplace product make together. Their attributes become
 * its options; where these do not tell the SKUs apart, their names or codes do.
 *
 * @param listings at least one; all of the same marketplace product.
 */
export function draftProduct(listings: ProductSource[]): ProductDraft {
  const [first] = listings
  const valuesOf = optionValues(listings)
  const titles = Object.keys(valuesOf[0])
  return {
    title: first.title,
    description: plainText(first.description ?? ""),
    handle: handleOf(first),
    image_urls: [...new Set(listings.flatMap((one) => one.image_urls))],
    options: titles.map((title) => ({
      title,
      values: [...new Set(valuesOf.map((values) => values[title]))],
    })),
    variants: listings.map((listing, place) => ({
      external_sku_id: listing.external_sku_id,
      title: listing.sku_title ?? listing.title,
      sku: listing.seller_sku?.trim() || null,
      barcode: listing.barcode?.trim() || null,
      options: valuesOf[place],
    })),
  }
}

/** The text of a description that may hold HTML: blocks become lines, marks go. */
export function plainText(html: string): string {
  return html
    .replace(/<(script|style)\b[^<>]*>[\s\S]*?(<\/\1\s*>|$)/gi, "")
    .replace(/<(br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** Option values of each SKU; every combination occurs once and names the same options. */
function optionValues(listings: ProductSource[]): Record<string, string>[] {
  const by_attributes = listings.map(({ attributes }) =>
    Object.fromEntries(attributes.map(({ name, value }) => [name, value]))
  )
  const names = Object.keys(by_attributes[0])
  const complete = by_attributes.every(
    (values) =>
      Object.keys(values).length === names.length &&
      names.every((name) => name && values[name])
  )
  if (names.length && complete && areDistinct(by_attributes)) {
    return by_attributes
  }
  if (listings.length === 1) {
    return [{ [NO_OPTION.title]: NO_OPTION.value }]
  }
  const texts: ((listing: ProductSource) => string | null)[] = [
    ({ sku_title }) => sku_title,
    ({ seller_sku }) => seller_sku?.trim() || null,
    ({ external_sku_id }) => external_sku_id,
  ]
  const candidates = texts.map((text) => listings.map(text))
  const chosen = candidates.find(
    (values) => values.every(Boolean) && areDistinct(values)
  )
  return (chosen ?? []).map((value) => ({ [SKU_OPTION]: value ?? "" }))
}

function areDistinct(values: unknown[]): boolean {
  return (
    new Set(values.map((one) => JSON.stringify(one))).size === values.length
  )
}

/** Readable and, by the marketplace's id at its end, unlike any other. */
function handleOf({ title, external_product_id }: ProductSource): string {
  const words = normalizeText(title).replace(/[^a-z0-9]+/g, "-")
  return [words.replace(/^-|-$/g, "").slice(0, 80), external_product_id]
    .filter(Boolean)
    .join("-")
}
