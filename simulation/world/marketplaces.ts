import { Sandbox } from "../../sandbox"
import { Event, Marketplace } from "../histories/event"
import { Offer } from "./articles"

type Named = { marketplace: Marketplace; id: string }
/** What a marketplace counts of a SKU: units for sale, and those of open orders. */
type Counters = { for_sale: number; committed: number }

/** Wants of buyers and sellers that a marketplace does not grant. */
const REFUSALS = ["WrongTurn", "RangeError", "ApiError", "OutOfStock"]

/** Moves the twins as buyers, carriers and the marketplaces' own people do. */
export class Marketplaces {
  private readonly orders = new Map<number, Named>()
  /** Orders of Tiki that a file has told of. */
  private readonly stated = new Set<string>()

  constructor(
    private readonly sandbox: Sandbox,
    private readonly offers: readonly Offer[]
  ) {}

  /** @returns units by SKU that the event has given back: committed before, for sale now. */
  happen(event: Event): Map<string, number> {
    const before = this.counters()
    this.moveIfGranted(event)
    const after = this.counters()
    const given_back = [...before].map(([sku_id, was]) => {
      const is = after.get(sku_id) ?? was
      const units = Math.min(
        was.committed - is.committed,
        is.for_sale - was.for_sale
      )
      return [sku_id, units] as const
    })
    return new Map(given_back.filter(([, units]) => units > 0))
  }

  /** Units by SKU, over all warehouses. */
  private counters(): Map<string, Counters> {
    const { tiktok, tiki } = this.sandbox
    return new Map(
      this.offers.flatMap(({ tiktok_sku_id, tiki_product_id }) => [
        [
          tiktok_sku_id,
          sum(
            [...tiktok.catalogue.getSku(tiktok_sku_id).stock.values()].map(
              ({ available, committed }) => ({ for_sale: available, committed })
            )
          ),
        ],
        [
          String(tiki_product_id),
          sum(
            [...tiki.catalogue.get(tiki_product_id).stock.values()].map(
              ({ available, reserved }) => ({
                for_sale: available - reserved,
                committed: reserved,
              })
            )
          ),
        ],
      ])
    )
  }

  private moveIfGranted(event: Event): void {
    try {
      this.move(event)
    } catch (error) {
      // Whoever is refused leaves it; the marketplace stays as it was.
      if (!(error instanceof Error && REFUSALS.includes(error.name))) {
        throw error
      }
    }
  }

  /** Orders of Tiki that have reached their buyers, and that no file has told of yet. */
  takeUnstated(): { code: string; revenue: number; ordered_at: Date }[] {
    const reached = this.sandbox.tiki.book
      .all()
      .filter(
        ({ code, delivered_at }) =>
          delivered_at !== null && !this.stated.has(code)
      )
    return reached.map(({ code, items, create_time }) => {
      this.stated.add(code)
      const revenue = items.reduce(
        (sum, { price, quantity, seller_discount }) =>
          sum + price * quantity - seller_discount,
        0
      )
      return { code, revenue, ordered_at: new Date(create_time * 1000) }
    })
  }

  private move(event: Event): void {
    const { tiktok, tiki } = this.sandbox
    switch (event.kind) {
      case "order":
        this.orders.set(event.order, this.place(event))
        return
      case "advance":
        return this.of(event.order, {
          tiktok: (id) => tiktok.orders.advance(id),
          tiki: (code) => tiki.orders.advance(code),
        })
      case "cancel": {
        const { by } = event
        const tiktoks = { buyer: "BUYER", seller: "SELLER", system: "SYSTEM" }
        const tikis = { buyer: "buyer", seller: "seller", system: "tiki" }
        return this.of(event.order, {
          tiktok: (id) => tiktok.orders.cancel(id, tiktoks[by] as "BUYER"),
          tiki: (code) => tiki.orders.cancel(code, tikis[by] as "buyer"),
        })
      }
      case "edit": {
        const { name, quietly } = event
        return this.of(event.order, {
          tiktok: (id) =>
            tiktok.orders.edit(id, { recipient: { name }, touch: !quietly }),
          tiki: (code) =>
            tiki.orders.edit(code, { person: { name }, quiet: quietly }),
        })
      }
      case "return":
        return this.of(event.order, {
          tiktok: (id) => this.sendBack(id),
          tiki: (code) => {
            if (tiki.orders.get(code).shipped_at !== null) {
              tiki.orders.advance(code, "returned")
            }
          },
        })
      case "set_by_hand": {
        const { tiktok_sku_id, tiki_product_id } = this.offers[event.article]
        const available = event.units
        if (event.marketplace === "tiki") {
          tiki.editProduct(tiki_product_id, { available })
        } else {
          const id = this.offers[event.article].tiktok_product_id
          tiktok.editProduct(id, { skus: [{ id: tiktok_sku_id, available }] })
        }
        return
      }
      case "rename": {
        const { tiktok_product_id, tiki_product_id } =
          this.offers[event.article]
        if (event.marketplace === "tiki") {
          tiki.editProduct(tiki_product_id, { name: event.title })
        } else {
          tiktok.editProduct(tiktok_product_id, { title: event.title })
        }
        return
      }
      case "settle":
        tiktok.finance.settle({ shop_id: tiktok.shop().id })
        return
      default:
        return
    }
  }

  private place(event: Extract<Event, { kind: "order" }>): Named {
    const { marketplace, lines, is_cod, waits } = event
    const { tiktok, tiki } = this.sandbox
    const offers = lines.map(({ article, quantity }) => ({
      ...this.offers[article],
      quantity,
    }))
    if (marketplace === "tiki") {
      const [{ code }] = tiki.addOrders([
        {
          lines: offers.map(({ tiki_product_id, quantity }) => ({
            product_id: tiki_product_id,
            quantity,
          })),
          is_cod,
          status: waits ? "processing" : "queueing",
          beyond_stock: true,
        },
      ])
      return { marketplace, id: code }
    }
    const [{ id }] = tiktok.addOrders([
      {
        lines: offers.map(({ tiktok_sku_id, quantity }) => ({
          sku_id: tiktok_sku_id,
          quantity,
        })),
        is_cod,
        status: waits ? "ON_HOLD" : "AWAITING_SHIPMENT",
        beyond_stock: true,
      },
    ])
    return { marketplace, id }
  }

  private of(
    order: number,
    move: { tiktok: (id: string) => unknown; tiki: (code: string) => unknown }
  ): void {
    const named = this.orders.get(order)
    if (named) {
      const doIt = named.marketplace === "tiki" ? move.tiki : move.tiktok
      doIt(named.id)
    }
  }

  /** A request goes on to where the buyer has the money back. */
  private sendBack(id: string): void {
    const { returns } = this.sandbox.tiktok
    const open = returns.ofOrder(id).at(-1)
    switch (open?.status) {
      case undefined:
        return void returns.request(id)
      case "RETURN_OR_REFUND_REQUEST_PENDING":
        return void returns.approve(open.id)
      case "AWAITING_BUYER_SHIP":
        return void returns.shipBack(open.id)
      case "BUYER_SHIPPED_ITEM":
        returns.deliverBack(open.id)
        return void returns.approve(open.id)
      case "RETURN_OR_REFUND_REQUEST_SUCCESS":
        return void returns.complete(open.id)
      default:
        return
    }
  }
}

function sum(counters: Counters[]): Counters {
  return counters.reduce(
    (all, one) => ({
      for_sale: all.for_sale + one.for_sale,
      committed: all.committed + one.committed,
    }),
    { for_sale: 0, committed: 0 }
  )
}
