import { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OrderDraft } from "../../../domain/orders/order-draft"
import { CreateHostOrdersResult } from "../types"
import { chunked } from "../utils/chunked"
import { createMissing } from "../utils/halving"
import { insertOrders } from "../utils/insert-orders"
import { orderService } from "../utils/module-services"
import { orderRow } from "../utils/order-row"

export const createOrderRowsStepId = "marketplaces-create-order-rows"

/**
 * Orders a call: the event loop is held for most of it. Fewer cost more for each order,
 * more do not cost less.
 */
const ORDERS_PER_CALL = 20

/** Orders with items, shipping, address and capture transaction; nothing beside the Order Module. */
export async function createOrderRows(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<CreateHostOrdersResult> {
  const result: CreateHostOrdersResult = {
    created: [],
    existing: [],
    refused: [],
  }
  for (const some of chunked(drafts, ORDERS_PER_CALL)) {
    const { created, existing, refused } = await createSome(container, some)
    result.created.push(...created)
    result.existing.push(...existing)
    result.refused.push(...refused)
  }
  return result
}

async function createSome(
  container: MedusaContainer,
  drafts: OrderDraft[]
): Promise<CreateHostOrdersResult> {
  const orders = orderService(container)
  const { created, existing, refused } = await createMissing({
    rows: drafts,
    idOf: (draft) => draft.order_id,
    findExisting: async (id) =>
      (
        await orders.listOrders({ id }, { select: ["id"], take: id.length })
      ).map((order) => order.id),
    create: (missing) => insertOrders(container, missing.map(orderRow)),
  })
  return {
    created,
    existing,
    refused: refused.map(({ row, message }) => ({
      channel_order_id: row.channel_order_id,
      message,
    })),
  }
}

/**
 * Makes the orders whose ids are free. Without compensation: the ids were chosen
 * before, so a replay finds what is there and goes on.
 */
export const createOrderRowsStep = createStep(
  createOrderRowsStepId,
  async ({ drafts }: { drafts: OrderDraft[] }, { container }) =>
    new StepResponse(await createOrderRows(container, drafts))
)
