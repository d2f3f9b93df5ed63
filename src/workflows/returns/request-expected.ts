import { MedusaContainer } from "@medusajs/framework/types"
import { orderIdentities } from "../../domain/orders/identities"
import { GoodsReceipt, stillComingBack } from "../../domain/returns/coming-back"
import { receivableLines } from "../../domain/returns/receivable"
import { LineUnits } from "../host-returns"
import { loadReturnStates } from "../host-returns/utils/load-return-states"
import { openOrders } from "../host-returns/utils/open-orders"
import { requestHostReturnsWorkflow } from "../host-returns/workflows/request-host-returns"
import { marketplacesOf } from "../marketplaces"
import { SettlingOrder } from "../orders/settling-order"

type Failures = Map<string, string>

/**
 * Lets Medusa's returns wait for exactly what is still on its way back: those that are
 * missing are requested, those of a withdrawn request or of lost goods are cancelled.
 */
export async function requestExpected(
  container: MedusaContainer,
  settling: SettlingOrder[],
  failures: Failures
): Promise<void> {
  const expected = new Map(
    settling.map((order) => [order.order_id, expectedOf(order)])
  )
  const waiting = await openOrders(container, [...expected.keys()])
  const orders = [...expected]
    .filter(([id, lines]) => lines.length > 0 || waiting.has(id))
    .map(([order_id, lines]) => ({ order_id, expected: lines }))
  if (!orders.length) {
    return
  }
  const { result } = await requestHostReturnsWorkflow(container).run({
    input: { orders },
  })
  for (const { order_id, message } of result.refused) {
    const order = settling.find((one) => one.order_id === order_id)
    if (order) {
      failures.set(order.row.id, message)
    }
  }
  const requested = new Set(result.requested.map(({ order_id }) => order_id))
  await noteRequested(
    container,
    settling.filter(({ order_id }) => requested.has(order_id))
  )
}

function expectedOf({
  row,
  order,
  status,
  requests,
  receipts,
}: SettlingOrder): LineUnits[] {
  if (!order || status.kind !== "status") {
    return []
  }
  const lines = receivableLines(order, orderIdentities(row.id))
  return stillComingBack(
    status.status,
    lines,
    requests,
    receipts as GoodsReceipt[]
  ).map(({ line_id, units }) => ({ line_item_id: line_id, units }))
}

/** Buyers' requests remember the returns that wait for their goods. */
async function noteRequested(
  container: MedusaContainer,
  settling: SettlingOrder[]
): Promise<void> {
  const asked = settling.filter(({ requests }) => requests.length > 0)
  if (!asked.length) {
    return
  }
  const states = await loadReturnStates(
    container,
    asked.map(({ order_id }) => order_id)
  )
  await marketplacesOf(container).receipts.noteRequested(
    asked.flatMap((order) =>
      order.requests
        .filter(({ received_at }) => !received_at)
        .map((request) => ({
          buyer_request_id: request.id,
          medusa_return_ids: [
            ...new Set([
              ...request.medusa_return_ids,
              ...returnsFor(order, request, states.get(order.order_id)),
            ]),
          ],
        }))
    )
  )
}

function returnsFor(
  { row, order }: SettlingOrder,
  request: SettlingOrder["requests"][number],
  state: Awaited<ReturnType<typeof loadReturnStates>> extends Map<
    string,
    infer State
  >
    ? State | undefined
    : never
): string[] {
  if (!order || !state) {
    return []
  }
  const named = new Set(
    request.lines.map(({ external_line_id }) => external_line_id)
  )
  const lines = receivableLines(order, orderIdentities(row.id))
    .filter(({ external_line_ids }) =>
      external_line_ids.some((id) => named.has(id))
    )
    .map(({ line_id }) => line_id)
  return state.open
    .filter(({ items }) =>
      items.some(({ line_item_id }) => lines.includes(line_item_id))
    )
    .map(({ id }) => id)
}
