import { Sandbox } from "../../sandbox"
import { Event, Marketplace } from "../histories/event"
import { Offer } from "./articles"

type Named = { marketplace: Marketplace; id: string }

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

  /** @returns whether the event is one of a marketplace's. */
  happen(event: Event): boolean {
    try {
      return this.move(event)
    } catch (error) {
      // Whoever is refused leaves it; the marketplace stays as it was.
      if (error instanceof Error && REFUSALS.includes(error.name)) {
        return true
      }
      throw error
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

  private move(event: Event): boolean {
    const { tiktok, tiki } = this.sandbox
    switch (event.kind) {
      case "order":
        this.orders.set(event.order, this.place(event))
        return true
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
        return true
      }
      case "rename": {
        const { tiktok_product_id, tiki_product_id } =
          this.offers[event.article]
        if (event.marketplace === "tiki") {
          tiki.editProduct(tiki_product_id, { name: event.title })
        } else {
          tiktok.editProduct(tiktok_product_id, { title: event.title })
        }
        return true
      }
      case "settle":
        tiktok.finance.settle({ shop_id: tiktok.shop().id })
        return true
      default:
        return false
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
  ): boolean {
    const named = this.orders.get(order)
    if (named) {
      const doIt = named.marketplace === "tiki" ? move.tiki : move.tiktok
      doIt(named.id)
    }
    return true
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
