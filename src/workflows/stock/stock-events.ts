import { LookedCell } from "../../domain/stock/look-at-listings"
import {
  StockListingRow,
  StockLookRow,
} from "../../modules/marketplace-channel/stock-rows"

type Event = StockLookRow["events"][number]

/** What a look noticed about a cell, in words that explain today's number. */
export function stockEvents(
  cell: LookedCell,
  row: Pick<StockListingRow, "cells">
): Event[] {
  const { observation, warehouse_external_id, available, committed } = cell
  if (!observation) {
    return []
  }
  const before = row.cells.find(
    (one) => one.warehouse_external_id === warehouse_external_id
  )
  const params = {
    expected: before?.expected ?? available,
    available,
    committed: committed ?? 0,
  }
  const { sold, explained, expired } = observation
  const raised = raisedElsewhere(cell, before?.committed ?? null)
  const events: [Event["kind"], number][] = [
    ["sold_unseen", sold],
    ["explained", explained],
    ["expired", expired],
    ["raised_elsewhere", raised],
  ]
  return events.flatMap(([kind, units]) =>
    units > 0 ? [{ warehouse_external_id, kind, units, params }] : []
  )
}

/** More for sale than expected, beyond what cancelled orders gave back. */
function raisedElsewhere(
  { observation, committed }: LookedCell,
  committed_before: number | null
): number {
  const given_back =
    committed === null || committed_before === null
      ? 0
      : Math.max(committed_before - committed, 0)
  return (observation?.difference ?? 0) - given_back
}
