import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { setTimeout as sleep } from "node:timers/promises"
import { NeutralOrder } from "../../src/domain/orders/neutral-order"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { connectByApp, FakeChannel, Shop } from "../cases/fake-shop"
import { buildLine } from "../fixtures/fake-provider/build"
import { downloadAndLink } from "../support/listings"
import { tick } from "../support/tick"

export const SKU = "LY-LAM-S"
export const EXTERNAL_SKU = "9200000000000000001"
const PATIENCE_MS = 30_000

/** One article on the fake marketplace, sold from one shelf in Medusa. */
export class FakeStockShop {
  private constructor(
    private readonly at: () => Shop,
    readonly channel: FakeChannel,
    readonly listing_id: string
  ) {}

  /** Connects the fake marketplace with the article linked, and this many units in Medusa. */
  static async open(
    at: () => Shop,
    stocked: number,
    settings: Record<string, unknown> = {}
  ): Promise<FakeStockShop> {
    const { admin, fake, container } = at()
    fake.addListing({ seller_sku: SKU, external_sku_id: EXTERNAL_SKU })
    const channel = await connectByApp(at())
    await admin.post(`/channels/${channel.id}`, { settings })
    await downloadAndLink(admin, [channel.id])
    const [{ id }] = await marketplacesOf(container).listMarketplaceListings({
      channel_id: channel.id,
      external_sku_id: EXTERNAL_SKU,
    })
    const shop = new FakeStockShop(at, channel, id)
    // Nothing is raised before the channel's orders were read.
    await marketplacesOf(container).flows.reschedule(
      channel.id,
      "recent_orders",
      new Date()
    )
    await tick(container)
    await shop.stock(stocked)
    return shop
  }

  /** Counts the shelf anew, as a person would in Medusa. */
  async stock(stocked_quantity: number): Promise<void> {
    const { container } = this.at()
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "product_variant",
      fields: ["inventory_items.inventory.location_levels.*"],
      filters: { sku: SKU },
    })
    type Level = { inventory_item_id: string; location_id: string }
    const items = (data[0].inventory_items ?? []) as {
      inventory: { location_levels: Level[] }
    }[]
    const [{ inventory_item_id, location_id }] =
      items[0].inventory.location_levels
    await updateInventoryLevelsWorkflow(container).run({
      input: {
        updates: [{ inventory_item_id, location_id, stocked_quantity }],
      },
    })
  }

  /** The same by somebody whose event is lost: only the level's row tells of it. */
  async stockUnheard(stocked_quantity: number): Promise<void> {
    await this.pool().raw(
      `UPDATE inventory_level SET stocked_quantity = ?, updated_at = clock_timestamp(),
              raw_stocked_quantity = jsonb_build_object('value', ?::text)
        WHERE inventory_item_id IN (
          SELECT part.inventory_item_id FROM product_variant_inventory_item AS part
            JOIN product_variant AS variant ON variant.id = part.variant_id
           WHERE variant.sku = ?)`,
      [stocked_quantity, String(stocked_quantity), SKU]
    )
  }

  /** The channel's stock has its turn. */
  async turn(): Promise<void> {
    const { container } = this.at()
    await marketplacesOf(container).flows.hasten([this.channel.id], "stock")
    await tick(container)
  }

  /** Since the levels' rows were asked last; then the stock has its turn. */
  async minutePasses(): Promise<void> {
    await this.pool().raw(
      `UPDATE marketplace_flow SET cursor = cursor - interval '61 seconds'
        WHERE channel_id = ? AND kind = 'stock'`,
      [this.channel.id]
    )
    await this.turn()
  }

  private pool(): {
    raw(statement: string, values: unknown[]): Promise<unknown>
  } {
    return this.at().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  }

  /**
   * More listings of the same article, linked straight away; nobody was told of them.
   * @returns their ids.
   */
  async addListings(count: number): Promise<string[]> {
    const { container, fake } = this.at()
    const marketplaces = marketplacesOf(container)
    const [first] = await marketplaces.listMarketplaceListings({
      id: this.listing_id,
    })
    const external = Array.from({ length: count }, (_, at) =>
      String(BigInt(EXTERNAL_SKU) + BigInt(at + 1))
    )
    const made = await marketplaces.createMarketplaceListings(
      external.map((external_sku_id) => {
        fake.addListing({ seller_sku: SKU, external_sku_id })
        const { id: _, created_at, updated_at, deleted_at, ...rest } = first
        return { ...rest, external_sku_id }
      })
    )
    return made.map(({ id }) => id)
  }

  /** What the marketplace shows. */
  shown(): number {
    const listing = this.at()
      .fake.shop()
      .listings.find(({ external_sku_id }) => external_sku_id === EXTERNAL_SKU)
    return listing?.quantities[0].quantity ?? NaN
  }

  /** Somebody buys on the marketplace; the order comes into the feed only with {@link tell}. */
  sell(units: number): void {
    const { fake } = this.at()
    fake.stock.sell(fake.shop(), EXTERNAL_SKU, units)
  }

  /** The units of a sale leave the warehouse. */
  ship(units: number): void {
    const { fake } = this.at()
    fake.stock.ship(fake.shop(), EXTERNAL_SKU, units)
  }

  cancel(units: number): void {
    const { fake } = this.at()
    fake.stock.cancel(fake.shop(), EXTERNAL_SKU, units)
  }

  /** The feed tells of an order, and Medusa has it afterwards. */
  async tell(
    external_id: string,
    quantity: number,
    changes: Partial<NeutralOrder> = {}
  ): Promise<void> {
    const { container, fake } = this.at()
    fake.putOrder({
      external_id,
      placed_at: new Date(),
      external_updated_at: new Date(),
      lines: [
        buildLine({
          external_line_ids: [`95${external_id}`],
          external_sku_id: EXTERNAL_SKU,
          quantity,
        }),
      ],
      ...changes,
    })
    await marketplacesOf(container).nudges.add(
      this.channel.id,
      [external_id],
      "webhook"
    )
    await tick(container)
  }

  /** Somebody changes the number on the marketplace's own page. */
  edit(quantity: number): void {
    const listing = this.at()
      .fake.shop()
      .listings.find(({ external_sku_id }) => external_sku_id === EXTERNAL_SKU)
    if (listing) {
      listing.quantities = [{ ...listing.quantities[0], quantity }]
    }
  }

  async state(): Promise<string | null> {
    const [row] = await marketplacesOf(
      this.at().container
    ).listMarketplaceListingStocks({ listing_id: this.listing_id })
    return row?.state ?? null
  }

  async unseen(): Promise<number> {
    const [cell] = await marketplacesOf(
      this.at().container
    ).listMarketplaceStockCells({ listing_id: this.listing_id })
    const entries = (cell?.unseen ?? []) as unknown as { units: number }[]
    return entries.reduce((sum, { units }) => sum + units, 0)
  }

  /** What is counted of imported orders. */
  async counted(): Promise<{ net: number; committed: number }> {
    const [row] = await marketplacesOf(
      this.at().container
    ).listMarketplaceStockDemands({ external_sku_id: EXTERNAL_SKU })
    return { net: row?.net ?? 0, committed: row?.committed ?? 0 }
  }

  async pushes(): Promise<{ id: string; outcome: string; cause: string }[]> {
    return marketplacesOf(this.at().container).listMarketplaceStockPushes(
      { listing_id: this.listing_id },
      { order: { sent_at: "ASC" } }
    )
  }

  /** Has the listing looked at, whatever was heard. */
  async look(): Promise<void> {
    const { container } = this.at()
    await marketplacesOf(container).stockNudges.addListings(
      [this.listing_id],
      "sweep"
    )
    await marketplacesOf(container).flows.hasten([this.channel.id], "stock")
    await tick(container)
  }

  /** A person has the number pushed, however lately it was refused. */
  async push(): Promise<void> {
    await this.at().admin.post("/stock/pushes", {
      listing_ids: [this.listing_id],
    })
  }

  /** Changes the channel's settings. */
  async set(settings: Record<string, unknown>): Promise<void> {
    await this.at().admin.post(`/channels/${this.channel.id}`, { settings })
  }

  /** Lets the shop work until it is so. */
  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE_MS
    while (!(await isSo())) {
      if (Date.now() > end) {
        throw new Error(
          `it stayed at ${this.shown()} shown, state ${await this.state()}, ${await this.unseen()} unseen`
        )
      }
      await tick(this.at().container)
      await sleep(100)
    }
  }

  /** The marketplace shows the number, and the shop has seen it. */
  shows(quantity: number): Promise<void> {
    return this.until(
      async () => this.shown() === quantity && (await this.state()) === "even"
    )
  }
}
