import { LinkEvidence } from "../../../domain/listings/match-listing"
import { NeutralListing } from "../../../domain/listings/neutral-listing"
import { Sql, SqlStore } from "../sql-store"
import {
  compareListing,
  ListingBrief,
  ListingRow,
  SavedListing,
  StoredListing,
  toListingRow,
} from "../utils/listing-row"

export type { SavedListing } from "../utils/listing-row"

/** A variant proposed for a listing, and why. */
export type ListingSuggestion = {
  variant_id: string
  evidence: LinkEvidence
  /** May be linked without asking. */
  certain: boolean
  /** 0 to 1. */
  score: number
}

export type ListingLink = {
  id: string
  variant_id: string | null
  linked_by: string | null
}

const BRIEF =
  "id, external_product_id, external_sku_id, title, sku_title, seller_sku"

/** What the marketplaces' catalogues hold, as last downloaded, and the links into ours. */
export class ListingCatalogueService extends SqlStore {
  /**
   * Stores a page of a reading in one transaction and tells what was new or different.
   *
   * @param read_at the beginning of the whole reading; rows made since then count as
   * created, so that a reading that is repeated after a crash says the same.
   */
  async save(
    channel_id: string,
    listings: NeutralListing[],
    read_at: Date
  ): Promise<SavedListing[]> {
    const incoming = [
      ...new Map(listings.map((one) => [one.external_sku_id, one])).values(),
    ].map(toListingRow)
    return this.transaction(async (sql) => {
      const stored = await lockStored(sql, channel_id, incoming)
      const saved = incoming.map((row) =>
        compareListing(stored.get(row.external_sku_id), row, read_at)
      )
      await upsert(
        sql,
        channel_id,
        saved.filter(({ write }) => write).map(({ row }) => row),
        read_at
      )
      await touch(
        sql,
        channel_id,
        incoming.map((row) => row.external_sku_id),
        read_at
      )
      return saved.map(({ row, outcome, changed }) => ({
        ...row,
        outcome,
        changed,
      }))
    })
  }

  /**
   * Stores a listing that was never downloaded, together with its link, so that it is never
   * seen without.
   * @returns its id.
   */
  async saveLinked(
    channel_id: string,
    listing: NeutralListing,
    { variant_id, linked_by }: Omit<ListingLink, "id">,
    read_at: Date
  ): Promise<string> {
    return this.transaction(async (sql) => {
      await upsert(sql, channel_id, [toListingRow(listing)], read_at)
      const [{ id }] = await sql<{ id: string }>(
        `UPDATE marketplace_listing
            SET variant_id = ?, linked_by = ?, link_state = 'linked'
          WHERE channel_id = ? AND external_sku_id = ? AND deleted_at IS NULL
          RETURNING id`,
        [variant_id, linked_by, channel_id, listing.external_sku_id]
      )
      return id
    })
  }

  /** Marks what a complete reading did not see; the links are kept. */
  async markGone(channel_id: string, read_at: Date): Promise<ListingBrief[]> {
    return this.sql(
      `UPDATE marketplace_listing
          SET gone_at = clock_timestamp(), link_state = 'gone', suggestion = NULL,
              updated_at = clock_timestamp()
        WHERE channel_id = ? AND seen_at < ? AND gone_at IS NULL
          AND deleted_at IS NULL
        RETURNING ${BRIEF}`,
      [channel_id, read_at.toISOString()]
    )
  }

  /**
   * Sets or removes links; the newest content counts as confirmed.
   *
   * @param options.only_unlinked leaves a link alone that somebody has made meanwhile.
   * @returns what was changed, as it was before.
   */
  async setLinks(
    links: ListingLink[],
    { only_unlinked = false } = {}
  ): Promise<ListingLink[]> {
    return this.transaction(async (sql) => {
      const found = await sql<ListingLink>(
        `SELECT id, variant_id, linked_by FROM marketplace_listing
          WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))
          ORDER BY id FOR UPDATE`,
        [JSON.stringify(links.map(({ id }) => id))]
      )
      const before = found.filter(
        ({ variant_id }) => !only_unlinked || variant_id === null
      )
      const changed = new Set(before.map(({ id }) => id))
      await sql(
        `UPDATE marketplace_listing AS listing
            SET variant_id = link.variant_id, linked_by = link.linked_by,
                changes = '[]'::jsonb, suggestion = NULL,
                link_state = CASE WHEN listing.gone_at IS NOT NULL THEN 'gone'
                                  WHEN link.variant_id IS NULL THEN 'unlinked'
                                  ELSE 'linked' END,
                updated_at = clock_timestamp()
           FROM jsonb_to_recordset(?::jsonb)
             AS link(id text, variant_id text, linked_by text)
          WHERE listing.id = link.id AND listing.deleted_at IS NULL`,
        [JSON.stringify(links.filter(({ id }) => changed.has(id)))]
      )
      return before
    })
  }

  /** Replaces the suggestions of unlinked listings; null takes one back. */
  async setSuggestions(
    suggestions: { id: string; suggestion: ListingSuggestion | null }[]
  ): Promise<void> {
    await this.sql(
      `UPDATE marketplace_listing AS listing
          SET suggestion = NULLIF(row.suggestion, 'null'::jsonb),
              link_state = CASE WHEN NULLIF(row.suggestion, 'null'::jsonb) IS NULL
                                THEN 'unlinked' ELSE 'suggested' END,
              updated_at = clock_timestamp()
         FROM jsonb_to_recordset(?::jsonb) AS row(id text, suggestion jsonb)
        WHERE listing.id = row.id AND listing.variant_id IS NULL
          AND listing.gone_at IS NULL AND listing.deleted_at IS NULL
          AND listing.suggestion IS DISTINCT FROM NULLIF(row.suggestion, 'null'::jsonb)`,
      [JSON.stringify(suggestions)]
    )
  }

  /** Forgets listings with their links; a later download brings them back unlinked. */
  async forget(ids: string[]): Promise<void> {
    await this.sql(
      `DELETE FROM marketplace_listing
        WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(ids)]
    )
  }

  async forgetOfChannel(channel_id: string): Promise<void> {
    await this.sql(`DELETE FROM marketplace_listing WHERE channel_id = ?`, [
      channel_id,
    ])
  }
}

async function lockStored(
  sql: Sql,
  channel_id: string,
  rows: ListingRow[]
): Promise<Map<string, StoredListing>> {
  const stored = await sql<StoredListing & { price: string | null }>(
    `SELECT id, external_sku_id, title, sku_title, seller_sku, barcode, attributes,
            description, price, currency_code, image_urls, image_url, quantities,
            components, fulfilled_by, active, variant_id, suggestion, changes, gone_at, created_at
       FROM marketplace_listing
      WHERE channel_id = ? AND deleted_at IS NULL
        AND external_sku_id IN (SELECT jsonb_array_elements_text(?::jsonb))
      ORDER BY id FOR UPDATE`,
    [channel_id, JSON.stringify(rows.map((row) => row.external_sku_id))]
  )
  return new Map(
    stored.map((row) => [
      row.external_sku_id,
      { ...row, price: row.price === null ? null : Number(row.price) },
    ])
  )
}

async function upsert(
  sql: Sql,
  channel_id: string,
  rows: ListingRow[],
  read_at: Date
): Promise<void> {
  if (!rows.length) {
    return
  }
  await sql(
    `INSERT INTO marketplace_listing
       (id, channel_id, external_product_id, external_sku_id, seller_sku, barcode,
        title, sku_title, attributes, description, price, raw_price, currency_code,
        image_url, image_urls, marketplace_quantity, quantities, components,
        fulfilled_by, active, link_state, changes, external_updated_at, seen_at)
     SELECT row.id, ?, row.external_product_id, row.external_sku_id, row.seller_sku,
            row.barcode, row.title, row.sku_title, row.attributes, row.description,
            row.price, row.raw_price, row.currency_code, row.image_url,
            ARRAY(SELECT jsonb_array_elements_text(row.image_urls)),
            row.marketplace_quantity, row.quantities,
            NULLIF(row.components, 'null'::jsonb), row.fulfilled_by, row.active,
            row.link_state, row.changes, row.external_updated_at, ?
       FROM jsonb_to_recordset(?::jsonb) AS row(
         id text, external_product_id text, external_sku_id text, seller_sku text,
         barcode text, title text, sku_title text, attributes jsonb,
         description text, price numeric, raw_price jsonb, currency_code text,
         image_url text, image_urls jsonb, marketplace_quantity int,
         quantities jsonb, components jsonb, fulfilled_by text, active boolean, link_state text,
         changes jsonb, external_updated_at timestamptz)
      ORDER BY row.external_sku_id
     ON CONFLICT (channel_id, external_sku_id) WHERE deleted_at IS NULL
     DO UPDATE SET
       external_product_id = EXCLUDED.external_product_id,
       seller_sku = EXCLUDED.seller_sku, barcode = EXCLUDED.barcode,
       title = EXCLUDED.title, sku_title = EXCLUDED.sku_title,
       attributes = EXCLUDED.attributes, description = EXCLUDED.description,
       price = EXCLUDED.price, raw_price = EXCLUDED.raw_price,
       currency_code = EXCLUDED.currency_code, image_url = EXCLUDED.image_url,
       image_urls = EXCLUDED.image_urls,
       marketplace_quantity = EXCLUDED.marketplace_quantity,
       quantities = EXCLUDED.quantities, components = EXCLUDED.components,
       fulfilled_by = EXCLUDED.fulfilled_by, active = EXCLUDED.active, link_state = EXCLUDED.link_state,
       changes = EXCLUDED.changes,
       external_updated_at = EXCLUDED.external_updated_at, gone_at = NULL,
       updated_at = clock_timestamp()`,
    [channel_id, read_at.toISOString(), JSON.stringify(rows)]
  )
}

async function touch(
  sql: Sql,
  channel_id: string,
  external_sku_ids: string[],
  read_at: Date
): Promise<void> {
  await sql(
    `UPDATE marketplace_listing SET seen_at = ?
      WHERE channel_id = ? AND seen_at < ? AND deleted_at IS NULL
        AND external_sku_id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [
      read_at.toISOString(),
      channel_id,
      read_at.toISOString(),
      JSON.stringify(external_sku_ids),
    ]
  )
}
