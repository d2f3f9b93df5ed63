import { MedusaContainer } from "@medusajs/framework/types"
import { marketplacesOf } from "../../../../workflows/marketplaces"

/** What the shop did with an order's share of its parcels, the oldest first. */
export async function readMarks(
  container: MedusaContainer,
  channel_order_id: string
) {
  return marketplacesOf(container).listMarketplaceParcelMarks(
    { channel_order_id, undone_at: null },
    {
      select: ["parcel_external_id", "kind", "at", "actor", "reason"],
      order: { at: "ASC" },
    }
  )
}

type Mark = Awaited<ReturnType<typeof readMarks>>[number]

/** A parcel with its own marks and those on the whole order. */
export function withMarks<Parcel extends { external_id: string }>(
  parcel: Parcel,
  marks: Mark[],
  names: ReadonlyMap<string, string>
) {
  return {
    ...parcel,
    marks: marks
      .filter(
        ({ parcel_external_id }) =>
          parcel_external_id === null ||
          parcel_external_id === parcel.external_id
      )
      .map(({ kind, at, actor, reason }) => ({
        kind,
        at,
        actor_name: names.get(actor) ?? null,
        reason,
      })),
  }
}
