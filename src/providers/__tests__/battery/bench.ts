import { format } from "node:util"
import {
  NeutralOrder,
  NeutralParcel,
} from "../../../domain/orders/neutral-order"
import { ParcelKey } from "../../../domain/provider/arranges-shipments"
import { Credentials, Grant } from "../../../domain/provider/authorization"
import {
  ChannelAccess,
  RateLane,
} from "../../../domain/provider/channel-access"
import {
  MarketplaceError,
  MarketplaceErrorKind,
} from "../../../domain/provider/marketplace-error"
import {
  OrderQuery,
  Page,
  RawOrder,
} from "../../../domain/provider/marketplace-provider"
import { JsonObject } from "../../../domain/shared/json"
import { ProviderWorld } from "./world"

/** A channel's access that counts what is asked of it. */
export type TestAccess = ChannelAccess & { renewals: number; lanes: RateLane[] }

/** Stands in for the host during one test, and watches that no secret gets out. */
export class Bench {
  readonly secrets: Set<string>
  private log = ""

  constructor(readonly world: ProviderWorld) {
    this.secrets = new Set(world.secrets)
    for (const method of ["log", "info", "warn", "error", "debug"] as const) {
      jest.spyOn(console, method).mockImplementation((...args) => {
        this.log += format(...args) + "\n"
      })
    }
  }

  get provider() {
    return this.world.provider
  }

  /** Every order of the shop, sorted. */
  get order_ids(): string[] {
    return [...this.world.books.order_ids].sort()
  }

  async close(): Promise<void> {
    jest.restoreAllMocks()
    await this.world.close?.()
    this.expectNoSecret(this.log)
  }

  async connect(): Promise<Grant> {
    const code = await this.world.consent()
    this.secrets.add(code)
    const grant = await this.provider.completeAuthorization({
      code,
      callback_url: this.world.callback_url,
    })
    this.keepSecret(grant.credentials)
    return grant
  }

  /** Connects by the values of one method's fields. */
  async connectBy(fields: Record<string, string>): Promise<Grant> {
    const start = await this.provider.beginAuthorization({
      state: "a state/+&=",
      callback_url: this.world.callback_url,
      credentials: fields,
    })
    if (start.kind !== "granted") {
      throw new Error("the fields were not taken")
    }
    this.keepSecret(start.grant.credentials)
    return start.grant
  }

  async connected(): Promise<TestAccess> {
    return this.accessTo(await this.connect())
  }

  /** Access to the grant's first shop, renewing as the host does. */
  accessTo(grant: Grant): TestAccess {
    const [shop] = grant.shops
    let current = grant.credentials
    const access: TestAccess = {
      channel: { id: "channel_1", ...shop },
      renewals: 0,
      lanes: [],
      credentials: async () => current,
      renew: async (expired) => {
        access.renewals++
        current = await this.provider.renewCredentials(expired)
        this.keepSecret(current)
        return current
      },
      pace: async (lane) => {
        access.lanes.push(lane)
      },
    }
    return access
  }

  /** Translates an order of the shop. */
  mapOrder(payload: JsonObject): NeutralOrder {
    const { shop_id } = this.world.books
    return this.provider.mapOrder(payload, { external_id: shop_id })
  }

  /** An order of the shop as it is now. */
  async readOrder(access: ChannelAccess, id: string): Promise<NeutralOrder> {
    const [raw] = await this.provider.readOrdersById(access, [id], "orders")
    return this.mapOrder(raw.payload)
  }

  /** The one parcel of an order, as calls name it. */
  async readParcel(
    access: ChannelAccess,
    order_id: string
  ): Promise<{ key: ParcelKey; parcel: NeutralParcel }> {
    const { parcels } = await this.readOrder(access, order_id)
    expect(parcels).toHaveLength(1)
    const [parcel] = parcels
    const key = {
      external_id: parcel.external_id,
      order_external_ids: [order_id],
    }
    return { key, parcel }
  }

  /** All orders of the world, unless the query says otherwise. */
  readOrders(
    access: ChannelAccess,
    query: Partial<OrderQuery> = {}
  ): Promise<RawOrder[]> {
    const { from, to } = this.world.books
    return collect(
      this.provider.readOrders(access, {
        by: "updated_at",
        from,
        to,
        lane: "orders",
        ...query,
      })
    )
  }

  /** All but ids, such as an app's, which are no secret. */
  keepSecret({ values }: Credentials): void {
    for (const [name, value] of Object.entries(values)) {
      if (!name.endsWith("_id")) {
        this.secrets.add(value)
      }
    }
  }

  expectNoSecret(text: string): void {
    for (const secret of this.secrets) {
      expect(text).not.toContain(secret)
    }
  }

  /** Expects an error of ours, of one of these kinds, and without a secret in it. */
  async expectError(
    work: Promise<unknown>,
    kinds: MarketplaceErrorKind[]
  ): Promise<void> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason
    )
    expect(error).toBeInstanceOf(MarketplaceError)
    const { kind, message } = error as MarketplaceError
    expect(kinds).toContain(kind)
    expect(message.length).toBeGreaterThan(10)
    this.expectNoSecret(format("%O %s", error, JSON.stringify(error)))
  }
}

export async function collect<T>(pages: AsyncIterable<Page<T>>): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) {
    items.push(...page.items)
  }
  return items
}

/** An order may come twice; which ones came is what counts. */
export function idsOf(orders: RawOrder[]): string[] {
  return [...new Set(orders.map((one) => one.external_id))].sort()
}

export function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
