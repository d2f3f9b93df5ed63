import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { orderIdentities } from "../../domain/orders/identities"
import { NeutralOrderLine } from "../../domain/orders/neutral-order"
import { lineItemId } from "../../domain/orders/draft-order"
import { unitsInParcel } from "../../domain/parcels/parcel-contents"
import {
  FoundParcel,
  LineCodes,
} from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { LoadedParcel, ParcelShare } from "../parcels/load-parcels"
import { sharesIn } from "../parcels/shares-in"
import { loadFoundParcels, parcelKey } from "./find-parcels"

/** One article of a parcel, over all orders in it. */
export type TableLine = {
  /** Channel order lines. */
  line_ids: string[]
  title: string
  sku_title: string | null
  sku: string | null
  barcodes: string[]
  image_url: string | null
  /** Everything that an item of it may carry. */
  codes: string[]
  /** Units that belong inside. */
  quantity: number
  /** Units that were packed and belong inside no more: they were cancelled since. */
  surplus: number
  /** False when the marketplace does not say which parcel lacks the cancelled units. */
  is_sure: boolean
}

/** A parcel as it lies on the packing table. */
export type TableParcel = {
  found: FoundParcel
  loaded: LoadedParcel
  lines: TableLine[]
}

type VariantCodes = {
  sku: string | null
  barcodes: string[]
}

type Content = {
  line_id: string
  line: NeutralOrderLine
  units: number
  surplus: number
  is_sure: boolean
  codes: LineCodes | null
}

/** Gathers what is in a parcel and how its items are recognised. */
export async function layOnTable(
  container: MedusaContainer,
  found: FoundParcel,
  loaded: LoadedParcel
): Promise<TableParcel> {
  const stored = await marketplacesOf(container).packing.lineCodes(
    found.order_ids
  )
  const codes = new Map(stored.map((line) => [line.line_id, line]))
  const contents = sharesIn("pack", loaded).flatMap((share) =>
    contentsOf(share, codes)
  )
  const variants = await readVariantCodes(
    container,
    contents.flatMap(({ codes }) => codes?.variant_id ?? [])
  )
  return { found, loaded, lines: byArticle(contents, variants) }
}

/** A found parcel as it lies on the table; null when it cannot be understood. */
export async function layFound(
  container: MedusaContainer,
  found: FoundParcel
): Promise<TableParcel | null> {
  const loaded = (await loadFoundParcels(container, [found])).get(found.id)
  return loaded ? layOnTable(container, found, loaded) : null
}

/** Units counted for a parcel so far, by order line. */
export function countsOf(
  container: MedusaContainer,
  { loaded }: Pick<TableParcel, "loaded">
): Promise<Map<string, number>> {
  return marketplacesOf(container).packing.counts({
    channel_id: loaded.channel.id,
    parcel_external_id: parcelKey(loaded),
  })
}

function contentsOf(
  { row, order, parcel, facts }: ParcelShare,
  codes: Map<string, LineCodes>
): Content[] {
  const left = new Map(
    facts.surplus.map(({ external_sku_id, units }) => [external_sku_id, units])
  )
  return unitsInParcel(order, parcel).map(({ line, ...inside }) => {
    const line_id = lineItemId(line, orderIdentities(row.id))
    const surplus = left.get(line.external_sku_id) ?? 0
    // Told of the first line of the article only.
    left.delete(line.external_sku_id)
    return {
      line_id,
      line,
      ...inside,
      surplus,
      codes: codes.get(line_id) ?? null,
    }
  })
}

/** Lines of the same variant are one article; without one, lines of the same SKU. */
function byArticle(
  contents: Content[],
  variants: Map<string, VariantCodes>
): TableLine[] {
  const articles = new Map<string, TableLine>()
  for (const content of contents) {
    const { line, line_id, units, surplus, is_sure } = content
    const key = content.codes?.variant_id ?? line.external_sku_id
    const article = articles.get(key) ?? articleOf(content, variants)
    article.line_ids.push(line_id)
    article.quantity += units
    article.surplus += surplus
    article.is_sure &&= is_sure
    article.codes.push(...(line.seller_sku ? [line.seller_sku] : []))
    articles.set(key, article)
  }
  return [...articles.values()]
}

function articleOf(
  { line, codes }: Content,
  variants: Map<string, VariantCodes>
): TableLine {
  const variant = variants.get(codes?.variant_id ?? "")
  const barcodes = [...(variant?.barcodes ?? []), codes?.barcode ?? null]
  const known = [...new Set(barcodes.flatMap((code) => code ?? []))]
  const skus = [variant?.sku ?? null, codes?.seller_sku ?? null]
  return {
    line_ids: [],
    title: line.title,
    sku_title: line.sku_title,
    sku: variant?.sku ?? line.seller_sku,
    barcodes: known,
    image_url: line.image_url ?? codes?.image_url ?? null,
    codes: [...known, ...skus.flatMap((sku) => sku ?? [])],
    quantity: 0,
    surplus: 0,
    is_sure: true,
  }
}

/** Codes of variants, by id; those that were deleted are left out. */
export async function readVariantCodes(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, VariantCodes>> {
  if (!ids.length) {
    return new Map()
  }
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants(
      { id: [...new Set(ids)] },
      { select: ["id", "sku", "barcode", "ean", "upc"] }
    )
  return new Map(
    variants.map(({ id, sku, barcode, ean, upc }) => [
      id,
      { sku, barcodes: [barcode, ean, upc].flatMap((code) => code ?? []) },
    ])
  )
}
