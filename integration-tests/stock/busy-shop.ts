import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  adjustInventoryLevelsStep,
  createReservationsWorkflow,
  deleteReservationsWorkflow,
  updateInventoryLevelsWorkflow,
} from "@medusajs/medusa/core-flows"
import { holdUnseen } from "../../src/workflows/stock/hold-unseen"
import { Shop } from "../cases/fake-shop"
import { FakeStockShop } from "./fake-stock-shop"

export type Place = { inventory_item_id: string; location_id: string }

type Sale = {
  external_id: string
  units: number
  /** Whether the feed has told of it, and what happened to it since. */
  told: boolean
  state: "open" | "cancelled" | "shipped"
}

const doneStep = createStep("test-units-received", () =>
  Promise.resolve(new StepResponse(true))
)

/** What core does when it receives a return: the same step, without a return around it. */
const receiveUnitsWorkflow = createWorkflow(
  "test-receive-units",
  (input: WorkflowData<(Place & { adjustment: number })[]>) => {
    adjustInventoryLevelsStep(input)
    return new WorkflowResponse(doneStep())
  }
)

/** Everything that moves stock, each as those do it who do it in a shop. */
export class BusyShop {
  private readonly sales: Sale[] = []
  private readonly bought: { id: string; units: number }[] = []
  private lines = 0

  constructor(
    private readonly at: () => Shop,
    private readonly shop: FakeStockShop,
    private readonly place: Place
  ) {}

  /** Units of the storefront's open lines. */
  openInStorefront(): number {
    return sum(this.bought)
  }

  /** Units of the marketplace's open orders that the feed has told of. */
  openOrders(): number {
    return sum(this.sales.filter(({ told, state }) => told && state === "open"))
  }

  /** Sold on the marketplace, and the feed has not told. */
  untold(): number {
    return sum(
      this.sales.filter(({ told, state }) => !told && state === "open")
    )
  }

  /** Sold on the marketplace and not cancelled, ever. */
  sold(): number {
    return sum(this.sales.filter(({ state }) => state !== "cancelled"))
  }

  async storefrontSells(units: number): Promise<void> {
    const id = `storefront_${++this.lines}`
    const { result, errors } = await createReservationsWorkflow(
      this.at().container
    ).run({
      input: {
        reservations: [{ ...this.place, quantity: units, line_item_id: id }],
      },
      throwOnError: false,
    })
    if (errors.length) {
      // The only thing that may keep a storefront from selling.
      const { message } = errors[0].error as { message: string }
      expect(message).toContain("Not enough stock")
      return
    }
    this.bought.push({ id: result[0].id, units })
  }

  async storefrontCancels(): Promise<void> {
    const line = this.bought.shift()
    if (line) {
      await deleteReservationsWorkflow(this.at().container).run({
        input: { ids: [line.id] },
      })
    }
  }

  async receives(units: number): Promise<void> {
    await receiveUnitsWorkflow(this.at().container).run({
      input: [{ ...this.place, adjustment: units }],
    })
  }

  async counts(stocked_quantity: number): Promise<void> {
    await updateInventoryLevelsWorkflow(this.at().container).run({
      input: { updates: [{ ...this.place, stocked_quantity }] },
    })
  }

  /** At most what is on offer: the feed keeps silent. */
  marketplaceSells(wish: number): Promise<void> {
    const units = Math.min(wish, this.shop.shown())
    if (units > 0) {
      this.shop.sell(units)
      const external_id = `5780000000000${10_000 + this.sales.length}`
      this.sales.push({ external_id, units, told: false, state: "open" })
    }
    return Promise.resolve()
  }

  async feedTells(): Promise<void> {
    const sale = this.sales.find(({ told }) => !told)
    if (sale) {
      sale.told = true
      await this.tell(sale)
    }
  }

  /** The feed tells at once of orders that it has told of before. */
  async buyerCancels(): Promise<void> {
    const sale = this.sales.find(({ state }) => state === "open")
    if (sale) {
      sale.state = "cancelled"
      this.shop.cancel(sale.units)
      await this.tell(sale)
    }
  }

  async parcelLeaves(): Promise<void> {
    const sale = this.sales.find(({ told, state }) => told && state === "open")
    if (sale) {
      sale.state = "shipped"
      this.shop.ship(sale.units)
      await this.tell(sale)
    }
  }

  /** Another process that settles the holds. */
  holds(): Promise<void> {
    return holdUnseen(this.at().container, null)
  }

  looks(): Promise<void> {
    return this.shop.look()
  }

  private async tell({ told, state, external_id, units }: Sale): Promise<void> {
    if (!told) {
      return
    }
    const now = new Date()
    await this.shop.tell(external_id, units, {
      ...(state === "cancelled"
        ? {
            raw_status: "cancelled",
            meaning: { kind: "cancelled" },
            cancelled_at: now,
            cancellation: { initiator: "buyer", reason: null },
          }
        : {}),
      ...(state === "shipped"
        ? {
            raw_status: "in_transit",
            meaning: { kind: "status", status: "in_transit" },
            collected_at: now,
          }
        : {}),
    })
  }
}

function sum(of: { units: number }[]): number {
  return of.reduce((total, { units }) => total + units, 0)
}
