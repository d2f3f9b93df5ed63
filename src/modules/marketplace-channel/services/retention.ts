import { DAL } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ENDED_STATUSES } from "../../../domain/orders/order-status"
import {
  readRetentionDays,
  RetentionDays,
} from "../../../domain/retention/retention-days"
import { OPEN_STATES } from "../../../domain/returns/buyer-request"
import { JsonObject } from "../../../domain/shared/json"
import { LIVE_CLAIM_STATES } from "../../../domain/statements/claim"
import { SqlStore } from "../sql-store"
import { MarketplaceModuleOptions } from "../types"
import { UNFOLLOWED } from "../unfollowed"

/** A copy of an order that did not change for long, with the buyer's data still in it. */
export type OldCopy = {
  provider_id: string
  content_hash: string
  /** Null while the order is not over. */
  payload: JsonObject | null
} & Place

/** Where a reading in the order of time stands; the time to the microsecond, as PostgreSQL writes it. */
export type Place = { at: string; id: string }

/** Photos of one scan or receipt. */
export type OldPhotos = { photo_file_ids: string[] } & Place

const ID_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

const list = (words: readonly string[]) =>
  words.map((word) => `'${word}'`).join(", ")

const CLAIMED = `EXISTS (
  SELECT FROM marketplace_settlement AS settlement
    JOIN marketplace_claim AS claim ON claim.settlement_id = settlement.id
   WHERE settlement.channel_order_id = %s AND settlement.deleted_at IS NULL
     AND claim.state IN (${list(LIVE_CLAIM_STATES)}) AND claim.deleted_at IS NULL)`

/** Still to be worked out, paid or looked at by a person; nobody waits where no statement ever came. */
const UNSETTLED = `EXISTS (
  SELECT FROM marketplace_settlement AS settlement
   WHERE settlement.channel_order_id = o.id AND settlement.deleted_at IS NULL
     AND (settlement.due_at IS NOT NULL
          OR (settlement.state IN ('short', 'over', 'conflict')
              AND settlement.confirmed_at IS NULL)
          OR (settlement.state = 'pending'
              AND EXISTS (SELECT FROM marketplace_statement AS statement
                           WHERE statement.channel_id = o.channel_id
                             AND statement.status = 'done'
                             AND statement.deleted_at IS NULL))))`

const REQUESTED = `EXISTS (
  SELECT FROM marketplace_buyer_request AS request
   WHERE request.channel_order_id = o.id AND request.deleted_at IS NULL
     AND request.state IN (${list(OPEN_STATES)}))`

const OVER = `o.status IN (${list(ENDED_STATUSES)})
  AND o.import_state IN ('imported', 'ignored')
  AND o.settle_due_at IS NULL
  AND o.planned_hash = o.content_hash
  AND NOT ${REQUESTED}`

/** For how long what is kept, and finding what is older than that and not open any more. */
export class RetentionService extends SqlStore {
  private readonly options_: MarketplaceModuleOptions

  constructor(cradle: {
    baseRepository: DAL.RepositoryService
    marketplaceOptions: MarketplaceModuleOptions
  }) {
    super(cradle)
    this.options_ = cradle.marketplaceOptions
  }

  /** @throws {MedusaError} INVALID_DATA naming the option that is no number of days. */
  get days(): RetentionDays {
    try {
      return readRetentionDays(this.options_)
    } catch (error) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `medusa-plugin-marketplaces: option ${(error as RangeError).message}`
      )
    }
  }

  /**
   * The next copies of these providers last changed before that moment, oldest first; of orders
   * that ended and are settled, or that nobody follows any more, with their payloads. What is not over is passed by, so that each
   * is looked at once.
   */
  async listOldCopies(
    provider_ids: string[],
    before: Date,
    after: Place | null,
    limit: number
  ): Promise<OldCopy[]> {
    return this.sql<OldCopy>(
      `WITH page AS MATERIALIZED (
         SELECT id FROM marketplace_channel_order
          WHERE payload_redacted_at IS NULL AND deleted_at IS NULL
            AND channel_id IN (SELECT id FROM marketplace_channel
                                WHERE provider_id = ANY(${ID_LIST}))
            AND external_updated_at < ?
            AND (external_updated_at, id) > (?::timestamptz, ?)
          ORDER BY external_updated_at, id
          LIMIT ?)
       SELECT o.id, o.external_updated_at::text AS at, channel.provider_id,
              o.content_hash,
              CASE WHEN (${UNFOLLOWED} OR (${OVER}))
                    AND NOT ${UNSETTLED}
                    AND NOT ${CLAIMED.replace("%s", "o.id")}
                   THEN o.payload END AS payload
         FROM page
         JOIN marketplace_channel_order AS o ON o.id = page.id
         JOIN marketplace_channel AS channel ON channel.id = o.channel_id
        ORDER BY o.external_updated_at, o.id`,
      [
        JSON.stringify(provider_ids),
        before.toISOString(),
        ...placed(after),
        limit,
      ]
    )
  }

  /** Replaces copies that are still the newest by what stays of them, and forgets the buyers' words. */
  async redact(
    copies: { id: string; content_hash: string; payload: JsonObject }[]
  ): Promise<void> {
    await this.transaction(async (sql) => {
      const redacted = await sql<{ id: string }>(
        `UPDATE marketplace_channel_order AS o
            SET payload = copy.payload, recipient = NULL,
                payload_redacted_at = clock_timestamp()
           FROM jsonb_to_recordset(?::jsonb) AS copy(
             id text, content_hash text, payload jsonb)
          WHERE o.id = copy.id AND o.content_hash = copy.content_hash
          RETURNING o.id`,
        [JSON.stringify(copies)]
      )
      const ids = [JSON.stringify(redacted.map(({ id }) => id))]
      await sql(
        `UPDATE marketplace_buyer_request SET reason_text = NULL
          WHERE channel_order_id = ANY(${ID_LIST}) AND deleted_at IS NULL`,
        ids
      )
      await sql(
        `UPDATE marketplace_parcel_mark SET recipient_key = NULL
          WHERE channel_order_id = ANY(${ID_LIST}) AND deleted_at IS NULL
            AND recipient_key IS NOT NULL`,
        ids
      )
    })
  }

  /** Photos of parcels scanned before that moment, on closed records and without an open claim. */
  async listOldScanPhotos(
    before: Date,
    after: Place | null,
    limit: number
  ): Promise<OldPhotos[]> {
    return this.listPhotos_(
      `SELECT scan.id, scan.at::text AS at, scan.photo_file_ids
         FROM marketplace_scan AS scan
        WHERE scan.photo_file_ids <> '{}' AND scan.deleted_at IS NULL
          AND scan.at < ? AND (scan.at, scan.id) > (?::timestamptz, ?)
          AND NOT EXISTS (SELECT FROM marketplace_handover AS record
                           WHERE record.id = scan.handover_id
                             AND record.status = 'open'
                             AND record.deleted_at IS NULL)
          AND NOT EXISTS (
            SELECT FROM marketplace_parcel AS parcel,
                        unnest(parcel.order_ids) AS of_parcel(order_id)
             WHERE parcel.channel_id = scan.channel_id
               AND parcel.external_id = scan.parcel_external_id
               AND parcel.deleted_at IS NULL
               AND ${CLAIMED.replace("%s", "of_parcel.order_id")})
        ORDER BY scan.at, scan.id LIMIT ?`,
      before,
      after,
      limit
    )
  }

  /** Photos of goods received back before that moment, without an open claim. */
  async listOldReceiptPhotos(
    before: Date,
    after: Place | null,
    limit: number
  ): Promise<OldPhotos[]> {
    return this.listPhotos_(
      `SELECT receipt.id, receipt.received_at::text AS at, receipt.photo_file_ids
         FROM marketplace_receipt AS receipt
        WHERE receipt.photo_file_ids <> '{}' AND receipt.deleted_at IS NULL
          AND receipt.received_at < ?
          AND (receipt.received_at, receipt.id) > (?::timestamptz, ?)
          AND receipt.stock_state = 'done'
          AND NOT ${CLAIMED.replace("%s", "receipt.channel_order_id")}
        ORDER BY receipt.received_at, receipt.id LIMIT ?`,
      before,
      after,
      limit
    )
  }

  /** The photos' files are gone. */
  async notePhotosGone(
    table: "marketplace_scan" | "marketplace_receipt",
    ids: string[]
  ): Promise<void> {
    await this.sql(
      `UPDATE ${table} SET photo_file_ids = '{}' WHERE id = ANY(${ID_LIST})`,
      [JSON.stringify(ids)]
    )
  }

  private listPhotos_(
    statement: string,
    before: Date,
    after: Place | null,
    limit: number
  ): Promise<OldPhotos[]> {
    return this.sql(statement, [before.toISOString(), ...placed(after), limit])
  }
}

function placed(after: Place | null): [string, string] {
  return [after?.at ?? "-infinity", after?.id ?? ""]
}
