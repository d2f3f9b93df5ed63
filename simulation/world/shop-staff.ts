import { rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MedusaContainer } from "@medusajs/framework/types"
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
  deleteReservationsByLineItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import { linkListingsWorkflow } from "../../src/workflows/listings/workflows/link-listings"
import { unlinkListingsWorkflow } from "../../src/workflows/listings/workflows/unlink-listings"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { tikiSheets } from "../../src/workflows/statements/__fixtures__/tiki-sample"
import { writeByHand } from "../../src/workflows/statements/__fixtures__/write-by-hand"
import { startStatementImport } from "../../src/workflows/statements/start-statement-import"
import { Event, Marketplace } from "../histories/event"
import { Offer, Shelf } from "./articles"
import { Marketplaces } from "./marketplaces"

export const STAFF = "user_simulation"
/** What the fees of a file's line come to (đồng). */
const FEE = -3_000

type Count = {
  inventory_item_id: string
  location_id: string
  adjustment: number
}

const countedStep = createStep("counted", () =>
  Promise.resolve(new StepResponse(true))
)
/** What core does when goods are received: the same step, without a return around it. */
const countGoodsWorkflow = createWorkflow(
  "count-goods",
  (input: WorkflowData<Count[]>) => {
    adjustInventoryLevelsStep(input)
    return new WorkflowResponse(countedStep())
  }
)

/** Moves Medusa as the storefront and the shop's people do. */
export class ShopStaff {
  constructor(
    private readonly container: MedusaContainer,
    private readonly shelves: readonly Shelf[],
    private readonly offers: readonly Offer[],
    private readonly channels: Record<Marketplace, string>,
    private readonly marketplaces: Marketplaces
  ) {}

  /** What is to be done about an event; null when it is none of Medusa's. */
  workFor(event: Event): (() => Promise<unknown>) | null {
    const { container } = this
    switch (event.kind) {
      case "storefront_sale": {
        const { inventory_item_id, location_id } = this.shelves[event.article]
        const { sale, quantity } = event
        return () =>
          createReservationsWorkflow(container).run({
            input: {
              reservations: [
                {
                  inventory_item_id,
                  location_id,
                  quantity,
                  line_item_id: `storefront_${sale}`,
                  // Whether it is refused would depend on when sales were seen.
                  allow_backorder: true,
                },
              ],
            },
          })
      }
      case "storefront_cancel":
        return () =>
          deleteReservationsByLineItemsWorkflow(container).run({
            input: { ids: [`storefront_${event.sale}`] },
          })
      case "count": {
        const { inventory_item_id, location_id } = this.shelves[event.article]
        const adjustment = event.change
        return () =>
          countGoodsWorkflow(container).run({
            input: [{ inventory_item_id, location_id, adjustment }],
          })
      }
      case "link":
        return () => this.link(event.marketplace, event.article)
      case "unlink":
        return async () =>
          unlinkListingsWorkflow(container).run({
            input: {
              ids: [await this.listing(event.marketplace, event.article)],
              user_id: STAFF,
            },
          })
      case "upload":
        return () => this.upload(event.short_by)
      default:
        return null
    }
  }

  /** Links every article's listings that have no link. */
  async linkAll(): Promise<void> {
    for (const article of this.offers.keys()) {
      await this.link("tiktok-shop", article)
      await this.link("tiki", article)
    }
  }

  private async link(marketplace: Marketplace, article: number): Promise<void> {
    const listing_id = await this.listing(marketplace, article)
    const { variant_id } = this.shelves[article]
    const { variant_id: linked } = await marketplacesOf(
      this.container
    ).retrieveMarketplaceListing(listing_id)
    if (linked !== variant_id) {
      await linkListingsWorkflow(this.container).run({
        input: { links: [{ listing_id, variant_id }], linked_by: STAFF },
      })
    }
  }

  private async listing(
    marketplace: Marketplace,
    article: number
  ): Promise<string> {
    const { tiktok_sku_id, tiki_product_id } = this.offers[article]
    const [{ id }] = await marketplacesOf(
      this.container
    ).listMarketplaceListings({
      channel_id: this.channels[marketplace],
      external_sku_id:
        marketplace === "tiki" ? String(tiki_product_id) : tiktok_sku_id,
    })
    return id
  }

  /** Tiki's statement, as a file; its first line brings less than it should by `short_by`. */
  private async upload(short_by: number): Promise<void> {
    const lines = this.marketplaces
      .takeUnstated()
      .map(({ code, revenue, ordered_at }, place) => ({
        kind: "sale" as const,
        order_id: code,
        ordered_at,
        settled_at: new Date(),
        revenue,
        fees: { commission: FEE - (place === 0 ? short_by : 0) },
      }))
    if (!lines.length) {
      return
    }
    const path = join(tmpdir(), `simulation-${process.pid}.xlsx`)
    await writeFile(path, await writeByHand(tikiSheets(lines)))
    try {
      await startStatementImport(this.container, {
        channel_id: this.channels.tiki,
        filename: `sao-ke-${lines[0].order_id}.xlsx`,
        path,
        created_by: STAFF,
      })
    } finally {
      await rm(path, { force: true })
    }
  }
}
