import { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType } from "@medusajs/framework/utils"
import { activeChanges } from "../../host-orders/utils/active-changes"
import { derivedId } from "../../host-orders/utils/derived-id"
import { whileOrdersLocked } from "../../host-orders/utils/module-services"
import { orderTransaction } from "../../host-orders/utils/order-transaction"
import { isTransient, messageOf } from "../../host-orders/utils/transient-error"
import { RequestHostReturnsInput, RequestHostReturnsResult } from "../types"
import { closeReturn } from "./close-return"
import { finishReceives } from "./finish-receives"
import { loadReturnStates } from "./load-return-states"
import { NewReturn, planClosing, planRequests } from "./plan-returns"
import { BEGUN_BY } from "./receive-changes"
import { refusal } from "./refusal"
import { ReturnService } from "./return-service"

/** Lets the returns of orders wait for what is to come back; see `requestHostReturnsWorkflow`. */
export async function requestReturns(
  container: MedusaContainer,
  { orders }: RequestHostReturnsInput
): Promise<RequestHostReturnsResult> {
  const result: RequestHostReturnsResult = {
    requested: [],
    closed: [],
    refused: [],
  }
  for (const { order_id, expected } of orders) {
    await whileOrdersLocked(container, [order_id], async () => {
      try {
        await finishReceives(container, [order_id])
        const state = (await loadReturnStates(container, [order_id])).get(
          order_id
        )
        if (!state) {
          throw refusal(`Order ${order_id} was not found`)
        }
        const closing = planClosing(state, expected)
        const requests = planRequests(state, expected)
        if (closing.length + requests.length === 0) {
          return
        }
        await throwIfHeld(container, order_id)
        for (const { return_id, items } of closing) {
          await closeReturn(container, order_id, return_id, items)
          result.closed.push({ order_id, return_id })
        }
        for (const request of requests) {
          await makeReturn(container, order_id, request)
          result.requested.push({ order_id, return_id: request.id })
        }
      } catch (error) {
        if (isTransient(error)) {
          throw error
        }
        result.refused.push({ order_id, message: messageOf(error) })
      }
    })
  }
  return result
}

/** @throws when somebody's change of the order is open: Medusa allows one at a time. */
export async function throwIfHeld(
  container: MedusaContainer,
  order_id: string
): Promise<void> {
  const active = await activeChanges(container, [order_id])
  if (active.length) {
    throw refusal(`Order ${order_id} has an open order change`)
  }
}

/**
 * Makes a return in state `requested`, all of it in one transaction: return, items and the
 * confirmed change of the order. Without shipping method and return fulfilment: the
 * marketplace's carrier brings the goods.
 */
export function makeReturn(
  container: MedusaContainer,
  order_id: string,
  { id, location_id, items }: NewReturn
): Promise<unknown> {
  const change_id = derivedId("ordch_mpretreq", id)
  return orderTransaction(container, async (service, context) => {
    const orders = service as unknown as ReturnService
    await orders.createReturns(
      [
        {
          id,
          order_id,
          status: "requested",
          location_id,
          no_notification: true,
          requested_at: new Date(),
          metadata: { [BEGUN_BY]: true },
        },
      ],
      context
    )
    await orders.createReturnItems(
      items.map(({ line_item_id, units }) => ({
        return_id: id,
        item_id: line_item_id,
        quantity: units,
      })),
      context
    )
    await orders.createOrderChange(
      [
        {
          id: change_id,
          order_id,
          return_id: id,
          change_type: "return_request",
          actions: items.map(({ line_item_id, units }) => ({
            action: ChangeActionType.RETURN_ITEM,
            return_id: id,
            reference: "return",
            reference_id: id,
            details: { reference_id: line_item_id, quantity: units },
          })),
        },
      ],
      context
    )
    return service.confirmOrderChange(change_id, context)
  })
}
