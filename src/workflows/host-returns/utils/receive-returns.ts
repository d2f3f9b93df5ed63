import { MedusaContainer } from "@medusajs/framework/types"
import { ChangeActionType } from "@medusajs/framework/utils"
import { derivedId } from "../../host-orders/utils/derived-id"
import { whileOrdersLocked } from "../../host-orders/utils/module-services"
import { isTransient, messageOf } from "../../host-orders/utils/transient-error"
import {
  DoneUnits,
  HostReceipt,
  LineUnits,
  ReceiveHostReturnsInput,
  ReceiveHostReturnsResult,
  StockPart,
} from "../types"
import { cancelUnpaidCollections, isAllBack } from "./cancel-unpaid-collections"
import { finishReceive, finishReceives } from "./finish-receives"
import { loadReturnStates } from "./load-return-states"
import { OrderReturnState, planReceive, ReturnReceive } from "./plan-returns"
import {
  ReceivePlanStored,
  receiveChangesOf,
  RECEIVE_PREFIX,
  Restock,
} from "./receive-changes"
import { makeReturn, throwIfHeld } from "./request-returns"
import { refusal } from "./refusal"
import { returnService } from "./return-service"

/** Takes receipts into Medusa, one after the other; see `receiveHostReturnsWorkflow`. */
export async function receiveReturns(
  container: MedusaContainer,
  { receipts, done = [] }: ReceiveHostReturnsInput
): Promise<ReceiveHostReturnsResult> {
  const result: ReceiveHostReturnsResult = {
    received: [],
    refused: [],
    effect: { level_ids: [], requested: [], received: [] },
  }
  const over = [...done]
  for (const receipt of receipts) {
    const { receipt_id, order_id } = receipt
    await whileOrdersLocked(container, [order_id], async () => {
      try {
        await receive(container, receipt, over, result)
        over.push(
          ...receipt.lines.map(({ line_item_id, good, damaged }) => ({
            receipt_id,
            line_item_id,
            units: good + damaged,
          }))
        )
      } catch (error) {
        if (isTransient(error)) {
          throw error
        }
        result.refused.push({
          receipt_id,
          order_id,
          message: messageOf(error),
        })
      }
    })
  }
  return result
}

async function receive(
  container: MedusaContainer,
  receipt: HostReceipt,
  done: DoneUnits[],
  { received, effect }: ReceiveHostReturnsResult
): Promise<void> {
  const { receipt_id, order_id } = receipt
  effect.level_ids.push(...(await finishReceives(container, [order_id])))
  const state = (await loadReturnStates(container, [order_id])).get(order_id)
  if (!state) {
    throw refusal(`Order ${order_id} was not found`)
  }
  const plan = planReceive(state, receipt, done)
  if (plan.kind === "refused") {
    throw refusal(plan.message)
  }
  if (plan.receives.length) {
    await throwIfHeld(container, order_id)
  }
  for (const request of plan.requests) {
    await makeReturn(container, order_id, request)
    effect.requested.push({ order_id, return_id: request.id })
  }
  for (const one of plan.receives) {
    const change = await begin(container, receipt, {
      receipt_id,
      return_id: one.return_id,
      items: one.items,
      stock: stockOf(state, receipt, one),
    })
    effect.level_ids.push(...(await finishReceive(container, change)))
    effect.received.push({ order_id, return_id: one.return_id })
  }
  if (receipt.ends_order || (await isAllBack(container, order_id))) {
    await cancelUnpaidCollections(container, order_id)
  }
  received.push({
    receipt_id,
    return_ids: await returnsOf(container, receipt),
    found_received: plan.found_received,
    not_counted: notCounted(state, receipt),
  })
}

/** The change's id follows from receipt and return, so that a receipt enters a return once. */
async function begin(
  container: MedusaContainer,
  { order_id }: HostReceipt,
  plan: ReceivePlanStored
): Promise<{ id: string; metadata: { plan: ReceivePlanStored } }> {
  const { receipt_id, return_id } = plan
  const id = derivedId(RECEIVE_PREFIX, receipt_id, return_id)
  const action = (name: string, line_item_id: string, quantity: number) => ({
    action: name,
    return_id,
    reference: "return",
    reference_id: return_id,
    details: { reference_id: line_item_id, quantity },
  })
  await returnService(container).createOrderChange([
    {
      id,
      order_id,
      return_id,
      change_type: "return_receive",
      metadata: { plan },
      actions: plan.items.flatMap(({ line_item_id, good, damaged }) => [
        ...(good
          ? [action(ChangeActionType.RECEIVE_RETURN_ITEM, line_item_id, good)]
          : []),
        ...(damaged
          ? [
              action(
                ChangeActionType.RECEIVE_DAMAGED_RETURN_ITEM,
                line_item_id,
                damaged
              ),
            ]
          : []),
      ]),
    },
  ])
  return { id, metadata: { plan } }
}

type Shelves = { location_id: string | null; parts: StockPart[] }

/** What good units of a line are made of, and where they go. */
function shelvesOf(
  { lines }: OrderReturnState,
  { stock_of_lines = [] }: HostReceipt,
  line_item_id: string,
  return_location_id: string | null
): Shelves {
  const line = lines.find(({ id }) => id === line_item_id)
  const plain =
    line?.variant_id === null
      ? stock_of_lines.find((one) => one.line_item_id === line_item_id)
      : undefined
  return (
    plain ?? {
      location_id: return_location_id ?? line?.location_id ?? null,
      parts: line?.parts ?? [],
    }
  )
}

/** Good units, by what they are made of, where the return says; each shelf once. */
function stockOf(
  state: OrderReturnState,
  receipt: HostReceipt,
  { items, location_id }: ReturnReceive
): Restock[] {
  const stock = new Map<string, Restock>()
  for (const { line_item_id, good } of items) {
    const shelves = shelvesOf(state, receipt, line_item_id, location_id)
    for (const { inventory_item_id, required_quantity } of shelves.parts) {
      const place = shelves.location_id
      if (!place) {
        throw refusal(
          `Nobody knows where the goods of line ${line_item_id} left from`
        )
      }
      const key = `${inventory_item_id} ${place}`
      const before = stock.get(key)?.units ?? 0
      stock.set(key, {
        inventory_item_id,
        location_id: place,
        units: before + good * required_quantity,
      })
    }
  }
  return [...stock.values()].filter(({ units }) => units > 0)
}

function notCounted(
  state: OrderReturnState,
  receipt: HostReceipt
): LineUnits[] {
  return receipt.lines.flatMap(({ line_item_id, good }) => {
    const { parts } = shelvesOf(state, receipt, line_item_id, null)
    return good > 0 && !parts.length ? { line_item_id, units: good } : []
  })
}

/** Every return that units of the receipt are in, those of an earlier run as well. */
async function returnsOf(
  container: MedusaContainer,
  { order_id, receipt_id }: HostReceipt
): Promise<string[]> {
  const changes = await receiveChangesOf(container, [order_id])
  return [
    ...new Set(
      changes
        .map(({ metadata }) => metadata.plan)
        .filter((plan) => plan.receipt_id === receipt_id)
        .map(({ return_id }) => return_id)
    ),
  ]
}
