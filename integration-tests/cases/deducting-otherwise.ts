import { settleDueOrders } from "../../src/workflows/orders/settle-due-orders"
import { orderLevelOf } from "../support/levels"
import { downloadAndLink } from "../support/listings"
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
  const level = async () => {
    const { stocked, reserved } = await orderLevelOf(at(), SKU)
    return [stocked, reserved]
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
    await downloadAndLink(admin, [id])
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
    const [stocked, reserved] = await level()
    await finishRun(admin, "/orders/downloads", {
      channel_ids: [id],
      statuses: OPEN,
    })
    expect(await statesOf()).toEqual(OPEN.map(() => ["imported", "pending"]))
    expect(await level()).toEqual([stocked, reserved + 3])

    await admin.post(`/channels/${id}`, {
      settings: { deduct_stock_on: "handover" },
    })
    const moved = [
      ["imported", "shipped"],
      ["imported", "shipped"],
      ["imported", "pending"],
    ]
    expect(await statesOf()).toEqual(moved)
    expect(await level()).toEqual([stocked - 2, reserved + 1])

    await admin.post(`/channels/${id}`, {
      settings: { deduct_stock_on: "succeeded" },
    })
    expect(await statesOf()).toEqual(moved)
    expect(await level()).toEqual([stocked - 2, reserved + 1])
  })
}
