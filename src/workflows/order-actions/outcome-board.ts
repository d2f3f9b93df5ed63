import { RunContext } from "../runs/run-context"
import { Channel } from "../orders/channel"
import { LoadedParcel } from "../parcels/load-parcels"
import { ActedOrder, ActionOutcome, actionResult } from "./action-result"
import { orderOutcome, outcomeOf } from "./parcel-outcome"

/** What became of the parcels of a batch so far, and the saying so of their orders. */
export class OutcomeBoard {
  private readonly outcomes = new Map<LoadedParcel, ActionOutcome>()

  constructor(
    private readonly context: RunContext,
    private readonly channel: Channel,
    /** Those that a person chose; other orders in their parcels get no line. */
    private readonly orders: ActedOrder[]
  ) {}

  set(parcel: LoadedParcel, outcome: ActionOutcome): void {
    this.outcomes.set(parcel, outcome)
  }

  get(parcel: LoadedParcel): ActionOutcome | undefined {
    return this.outcomes.get(parcel)
  }

  /** Writes the result lines of the orders with units in these parcels. */
  async sayOf(parcels: LoadedParcel[]): Promise<void> {
    const ids = new Set(
      parcels.flatMap(({ shares }) => shares.map(({ row }) => row.id))
    )
    await this.say(this.orders.filter(({ id }) => ids.has(id)))
  }

  /** Writes the result lines of all orders. */
  async sayAll(): Promise<void> {
    await this.say(this.orders)
  }

  private async say(orders: ActedOrder[]): Promise<void> {
    const known = [...this.outcomes].map(([parcel, outcome]) =>
      outcomeOf(parcel, outcome)
    )
    await this.context.addResults(
      orders.map((order) =>
        actionResult(this.channel, order, orderOutcome(order.id, known))
      )
    )
  }
}
