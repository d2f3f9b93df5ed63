import {
  HandoverChoice,
  ParcelKey,
  ShipmentOffer,
  ShipmentOutcome,
  ShipmentWish,
} from "../../domain/provider/arranges-shipments"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { JsonObject } from "../../domain/shared/json"
import { reworded } from "../shared/errors"
import { understand } from "./answer"
import { TikTokShopClient } from "./client"
import { errorOfAnswer, isShippedAlready } from "./errors"
import { fieldsOf, mapShipmentOffer, mapSlot, slotOf } from "./mappers"
import { readOrdersById } from "./orders"
import {
  WireShipAnswer,
  WireShipError,
  WireShipErrorDetail,
  WireShipment,
  WireShipRequest,
  WireSlot,
  WireSlots,
} from "./types"

/** Where `handover_method` has no effect: the warehouse's setting decides. */
const SOUTH_EAST_ASIA = new Set(["VN", "TH", "ID", "MY", "PH", "SG"])
const SCOPE_MISSING = "105005"
const NOTHING_TO_CHOOSE: HandoverChoice = { methods: [], pickup_slots: [] }

/**
 * Read from the orders, fifty a call: the search for packages shows only those that are
 * arranged, and only orders tell what stands in the way.
 */
export async function readShipmentOffers(
  client: TikTokShopClient,
  access: ChannelAccess,
  parcels: ParcelKey[]
): Promise<ShipmentOffer[]> {
  const ids = parcels.flatMap((parcel) => parcel.order_external_ids)
  const found = await readOrdersById(client, access, ids, "orders")
  const orders = new Map(found.map((one) => [one.external_id, one.payload]))
  return parcels.map((parcel) => mapShipmentOffer(parcel, orders))
}

/**
 * What staff may choose. The call needs a permission that not every app has; without it
 * TikTok chooses, as it does when nothing is wished for.
 * @param always_methods whether methods are offered in South-East Asia as well.
 */
export async function readHandoverChoice(
  client: TikTokShopClient,
  access: ChannelAccess,
  parcel: ParcelKey,
  always_methods: boolean
): Promise<HandoverChoice> {
  let data: JsonObject
  try {
    data = await client.call(access, {
      method: "GET",
      path: `/fulfillment/202309/packages/${encodeURIComponent(parcel.external_id)}/handover_time_slots`,
      query: { shop_cipher: access.channel.provider_data.shop_cipher },
      effect: "read",
      lane: "orders",
    })
  } catch (error) {
    if (error instanceof MarketplaceError && error.code === SCOPE_MISSING) {
      return NOTHING_TO_CHOOSE
    }
    throw error
  }
  const { region } = access.channel
  return understand("list of pickup slots", () => {
    const slots = fieldsOf<WireSlots>(data)
    const has_effect =
      always_methods || !SOUTH_EAST_ASIA.has(region.toUpperCase())
    const can_pickup = slots.flag("can_pickup")
    return {
      methods: has_effect
        ? [
            ...(can_pickup ? (["pickup"] as const) : []),
            ...(slots.flag("can_drop_off") ? (["drop_off"] as const) : []),
          ]
        : [],
      pickup_slots: slots
        .list<WireSlot>("pickup_slots")
        .flatMap((slot) => mapSlot(slot, region) ?? []),
    }
  })
}

/**
 * Arranges parcels with one batch call. TikTok answers success and names the parcels that
 * failed; "shipped already" counts as done, as the wish is fulfilled.
 * @throws {MarketplaceError} of the call as a whole.
 */
export async function arrangeShipments(
  client: TikTokShopClient,
  access: ChannelAccess,
  parcels: ParcelKey[],
  wish: ShipmentWish,
  batch_size: number
): Promise<ShipmentOutcome[]> {
  if (!parcels.length) {
    return []
  }
  const body: WireShipRequest = {
    packages: parcels.map(({ external_id }) => ({
      id: external_id,
      ...wireWish(wish),
    })),
  }
  if (parcels.length > batch_size) {
    throw invalid(`no more than ${batch_size} parcels a call`)
  }
  try {
    const data = await client.call(access, {
      method: "POST",
      path: "/fulfillment/202309/packages/ship",
      query: { shop_cipher: access.channel.provider_data.shop_cipher },
      body,
      effect: "write",
      lane: "orders",
    })
    return outcomes(parcels, failuresIn(data))
  } catch (error) {
    const [only, ...others] = parcels
    if (
      error instanceof MarketplaceError &&
      isShippedAlready(error) &&
      !others.length
    ) {
      return [{ parcel: only, ok: true }]
    }
    throw error
  }
}

function wireWish({ handover, pickup_slot }: ShipmentWish): WireShipment {
  const slot = pickup_slot === null ? undefined : slotOf(pickup_slot)
  if (pickup_slot !== null && !slot) {
    throw invalid(`"${pickup_slot}" is no pickup slot`)
  }
  return {
    ...(handover
      ? { handover_method: handover === "pickup" ? "PICKUP" : "DROP_OFF" }
      : {}),
    ...(slot ? { pickup_slot: slot } : {}),
  }
}

type Failure = { parcel_id: string | null; error: MarketplaceError | null }

/** @throws {MarketplaceError} `outcome_unknown` when the answer cannot be understood. */
function failuresIn(data: JsonObject): Failure[] {
  try {
    return understand("answer about shipments", () =>
      fieldsOf<WireShipAnswer>(data)
        .list<WireShipError>("errors")
        .map((one) => ({
          parcel_id:
            one.object<WireShipErrorDetail>("detail")?.text("package_id") ??
            null,
          error: errorOfAnswer({
            effect: "write",
            http_status: 200,
            code: one.required("code"),
            message: one.text("message"),
          }),
        }))
    )
  } catch (error) {
    throw error instanceof MarketplaceError
      ? reworded(error, "outcome_unknown", error.message)
      : error
  }
}

/** A failure that names no parcel may be anybody's: then nobody's success is sure. */
function outcomes(
  parcels: ParcelKey[],
  failures: Failure[]
): ShipmentOutcome[] {
  const [only, ...others] = parcels
  const known = new Set(parcels.map(({ external_id }) => external_id))
  const named = failures.map(({ parcel_id, error }) => ({
    error,
    parcel_id: others.length ? parcel_id : only.external_id,
  }))
  const stray = named.find(
    ({ parcel_id, error }) =>
      error && (parcel_id === null || !known.has(parcel_id))
  )
  return parcels.map((parcel) => {
    const mine = named.find(
      ({ parcel_id, error }) => error && parcel_id === parcel.external_id
    )?.error
    const error =
      mine ??
      (stray?.error &&
        reworded(stray.error, "outcome_unknown", stray.error.message))
    return error && !isShippedAlready(error)
      ? { parcel, ok: false, error }
      : { parcel, ok: true }
  })
}

function invalid(reason: string): MarketplaceError {
  return new MarketplaceError({
    kind: "invalid_request",
    message: `TikTok Shop: ${reason}`,
  })
}
