import { ChannelAccess } from "../../../domain/provider/channel-access"
import {
  MarketplaceError,
  MarketplaceErrorKind,
} from "../../../domain/provider/marketplace-error"
import {
  ListingKey,
  ListingStock,
  PushesStock,
  StockOutcome,
  StockTarget,
} from "../../../domain/provider/pushes-stock"

/** Shows as many units of everything, and fails every call that names one of some SKUs. */
export class StockMarketplace implements PushesStock {
  readonly stock_read_batch_size = 20
  /** SKU ids of every call, in order. */
  readonly calls: string[][] = []
  /** Units of everything. */
  shown = 1

  constructor(
    private readonly failing: Record<string, MarketplaceErrorKind> = {}
  ) {}

  async readStock(
    access: ChannelAccess,
    listings: ListingKey[]
  ): Promise<ListingStock[]> {
    await this.call(access, listings)
    return listings.map((listing) => ({
      listing,
      warehouses: [
        { warehouse_external_id: "w", available: this.shown, committed: null },
      ],
    }))
  }

  groupTargets(targets: StockTarget[]): StockTarget[][] {
    return [targets]
  }

  async pushStock(
    access: ChannelAccess,
    group: StockTarget[]
  ): Promise<StockOutcome[]> {
    const listings = group.map(({ listing }) => listing)
    await this.call(access, listings)
    return listings.map((listing) => ({ listing, ok: true }))
  }

  private async call(
    access: ChannelAccess,
    listings: ListingKey[]
  ): Promise<void> {
    await access.pace("stock")
    const ids = listings.map(({ external_sku_id }) => external_sku_id)
    this.calls.push(ids)
    for (const id of ids) {
      const kind = this.failing[id] ?? this.failing["*"]
      if (kind) {
        throw new MarketplaceError({ kind, message: `${id} fails` })
      }
    }
  }
}

export function accessOfNobody(
  pace: ChannelAccess["pace"] = async () => undefined
): ChannelAccess {
  const none = async () => ({
    values: {},
    expires_at: null,
    refresh_expires_at: null,
  })
  return {
    channel: {
      id: "mpch_1",
      external_id: "1",
      region: "VN",
      currency_code: "vnd",
      provider_data: {},
    },
    credentials: none,
    renew: none,
    pace,
  }
}
