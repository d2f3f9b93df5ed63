import { generateEntityId } from "@medusajs/framework/utils"
import { Sql } from "./sql-store"

const IDS = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"

/** What a person decides about settlements; `actor` is a user id. */
export type SettlementDecision = { ids: string[]; actor: string }

type Amounts = { id: string; settled: unknown; difference: unknown }

/**
 * Confirms those of `ids` that are open and have been compared, at their amounts of now; one
 * with lines that still have to be counted opens again by itself once they are.
 */
export async function confirmSettlements(
  sql: Sql,
  { ids, actor }: SettlementDecision
): Promise<void> {
  const confirmed = await sql<Amounts>(
    `UPDATE marketplace_settlement
        SET confirmed_at = clock_timestamp(), confirmed_by = ?,
            confirmed_amounts = settled
      WHERE id = ANY(${IDS}) AND confirmed_at IS NULL AND deleted_at IS NULL
        AND state NOT IN ('pending', 'not_found')
      RETURNING id, settled, difference`,
    [actor, JSON.stringify(ids)]
  )
  await addSettlementEvents(
    sql,
    confirmed.map(({ id, settled, difference }) => ({
      settlement_id: id,
      kind: "confirmed",
      params: { settled, difference },
      actor_id: actor,
    }))
  )
}

/** Opens those of `ids` that are confirmed. */
export async function reopenSettlements(
  sql: Sql,
  { ids, actor, reason }: SettlementDecision & { reason: string | null }
): Promise<void> {
  const opened = await sql<Amounts>(
    `UPDATE marketplace_settlement
        SET confirmed_at = NULL, confirmed_by = NULL, confirmed_amounts = NULL
      WHERE id = ANY(${IDS}) AND confirmed_at IS NOT NULL AND deleted_at IS NULL
      RETURNING id, settled, difference`,
    [JSON.stringify(ids)]
  )
  await addSettlementEvents(
    sql,
    opened.map(({ id, settled, difference }) => ({
      settlement_id: id,
      kind: "reopened",
      params: { settled, difference, reason },
      actor_id: actor,
    }))
  )
}

/** Adds to the histories of settlements, dated now. */
export async function addSettlementEvents(
  sql: Sql,
  events: {
    settlement_id: string
    kind: string
    params: object
    actor_id: string
  }[]
): Promise<void> {
  if (!events.length) {
    return
  }
  await sql(
    `INSERT INTO marketplace_settlement_event
       (id, settlement_id, kind, params, at, actor_id)
     SELECT event.id, event.settlement_id, event.kind, event.params,
            clock_timestamp(), event.actor_id
       FROM jsonb_to_recordset(?::jsonb) AS event(
         id text, settlement_id text, kind text, params jsonb, actor_id text)`,
    [
      JSON.stringify(
        events.map((event) => ({
          ...event,
          id: generateEntityId(undefined, "mpsle"),
        }))
      ),
    ]
  )
}
