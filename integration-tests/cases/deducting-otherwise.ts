import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { settleDueOrders } from "../../src/workflows/orders/settle-due-orders"
import { finishRun } from "../support/runs"
import { connectByApp, Shop } from "./fake-shop"

type Order = {
  id: string
  external_id: string
  import_state: string
  host_state: string
  medusa_order_id: string
}

const SKU = "LY-LAM-S"
const OPEN = ["awaiting_collection", "in_transit", "confirmed"]

/** A channel that is set to deduct stock at another moment. */
export function deductingOtherwise(at: () => Shop): void {
  const levelOf = async () => {
    const query = at().container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "inventory_item",
      fields: [
        "location_levels.stocked_quantity",
        "location_levels.reserved_quantity",
      ],
      filters: { sku: SKU },
    })
    const level = data[0].location_levels?.[0]
    return [level?.stocked_quantity, level?.reserved_quantity].map(Number)
  }

  /** Where the Medusa orders stand, in the order of {@link OPEN}. */
  const statesOf = async () => {
    await settleDueOrders(at().container)
    const { body } = await at().admin.get<{ orders: Order[] }>("/orders")
    return OPEN.map((_, index) => {
      const order = body.orders.find(
        ({ external_id }) => external_id === `96000${index}`
      )
      return [order?.import_state, order?.host_state]
    })
  }

  it("ships what is on its way when it is set to the handover; nothing is undone the other way", async () => {
    const { admin, fake } = at()
    fake.addListing({ seller_sku: SKU })
    const { id } = await connectByApp(at(), {
      settings: {
        deduct_stock_on: "succeeded",
        stock_from: "2020-01-01T00:00:00Z",
      },
    })
    await finishRun(admin, "/listings/downloads", { channel_ids: [id] })
    await admin.post("/listings/auto-link", { channel_id: id, apply: true })
    const now = new Date(Date.now() - 60_000)
    OPEN.forEach((raw_status, index) =>
      fake.putOrder({
        external_id: `96000${index}`,
        raw_status,
        placed_at: now,
        external_updated_at: now,
        collected_at: raw_status === "in_transit" ? now : null,
      })
    )
    const [stocked, reserved] = await levelOf()
    await finishRun(admin, "/orders/downloads", {
      channel_ids: [id],
      statuses: OPEN,
    })
    expect(await statesOf()).toEqual(OPEN.map(() => ["imported", "pending"]))
    expect(await levelOf()).toEqual([stocked, reserved + 3])

    await admin.post(`/channels/${id}`, {
      settings: { deduct_stock_on: "handover" },
    })
    const moved = [
      ["imported", "shipped"],
      ["imported", "shipped"],
      ["imported", "pending"],
    ]
    expect(await statesOf()).toEqual(moved)
    expect(await levelOf()).toEqual([stocked - 2, reserved + 1])

    await admin.post(`/channels/${id}`, {
      settings: { deduct_stock_on: "succeeded" },
    })
    expect(await statesOf()).toEqual(moved)
    expect(await levelOf()).toEqual([stocked - 2, reserved + 1])
  })
}
