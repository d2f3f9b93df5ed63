import { NeutralParcel } from "../../../domain/orders/neutral-order"
import {
  ArrangesShipments,
  arrangesShipments,
  HANDOVER_METHODS,
  ParcelKey,
  ShipmentOutcome,
} from "../../../domain/provider/arranges-shipments"
import { Bench, TestAccess } from "./bench"
import { ProviderWorld } from "./world"

const UNKNOWN: ParcelKey = {
  external_id: "1152921504606846977",
  order_external_ids: ["576460752303423489"],
}
const WISH = { handover: null, pickup_slot: null }

/** Every parcel is given away at most once, and it is known which ones were. */
export function arrangesShipmentsOnce(at: () => Bench): void {
  describe("arranges shipments", () => {
    it("of parcels that wait for it, and no others", async () => {
      const { provider, access, to_arrange, arranged } = await connect(at())
      const keys = [to_arrange.key, arranged.key, UNKNOWN]
      const offers = await provider.readShipmentOffers(access, keys)
      expect(offers.map(({ parcel, state }) => [parcel, state])).toEqual(
        expect.arrayContaining([
          [to_arrange.key, "to_arrange"],
          [arranged.key, "arranged"],
          [UNKNOWN, "not_offered"],
        ])
      )
      expect(offers).toHaveLength(3)
      expect(to_arrange.parcel.state).toBe("to_arrange")
      expect(arranged.parcel.state).toBe("arranged")
    })

    it("with ways to choose from, or none", async () => {
      const { provider, access, to_arrange } = await connect(at())
      const choice = await provider.readHandoverChoice(access, to_arrange.key)
      expect(HANDOVER_METHODS).toEqual(expect.arrayContaining(choice.methods))
      for (const slot of choice.pickup_slots) {
        expect(slot.value).not.toBe("")
        expect(slot.label.en && slot.label.vi).not.toBe("")
      }
      expect(provider.shipment_batch_size).toBeGreaterThan(0)
    })

    it("and says so from then on", async () => {
      const { bench, provider, access, world, to_arrange } = await connect(at())
      const outcomes = await provider.arrangeShipments(
        access,
        [to_arrange.key],
        WISH
      )
      expect(outcomes).toEqual([{ parcel: to_arrange.key, ok: true }])
      const after = await readState(provider, access, to_arrange.key)
      expect(after).toBe("arranged")
      const order = await bench.readOrder(access, world.to_arrange)
      expect(order.parcels.map(({ state }) => state)).toEqual(["arranged"])
      expect(order.meaning).not.toEqual({
        kind: "status",
        status: "awaiting_confirmation",
      })
      expect(world.timesArranged(to_arrange.key.external_id)).toBe(1)
    })

    it("not a second time, and the others of the call all the same", async () => {
      const { provider, access, world, to_arrange, arranged } =
        await connect(at())
      const before = world.timesArranged(arranged.key.external_id)
      const both = [arranged.key, to_arrange.key]
      const outcomes = await provider.arrangeShipments(access, both, WISH)
      expect(outcomes.map(({ parcel }) => parcel.external_id).sort()).toEqual(
        both.map(({ external_id }) => external_id).sort()
      )
      expect(outcomes).toContainEqual({ parcel: to_arrange.key, ok: true })
      // A marketplace may also call it a success that nothing is left to do.
      await settled(provider.arrangeShipments(access, both, WISH))
      expect(world.timesArranged(to_arrange.key.external_id)).toBe(1)
      expect(world.timesArranged(arranged.key.external_id)).toBe(before)
    })

    it("once, when the answer is lost", async () => {
      const { bench, provider, access, world, to_arrange } = await connect(at())
      world.loseAnswer()
      await bench.expectError(
        provider.arrangeShipments(access, [to_arrange.key], WISH),
        ["outcome_unknown"]
      )
      expect(await readState(provider, access, to_arrange.key)).toBe("arranged")
      expect(world.timesArranged(to_arrange.key.external_id)).toBe(1)
    })
  })
}

type Connected = {
  bench: Bench
  provider: ArrangesShipments
  access: TestAccess
  world: NonNullable<ProviderWorld["shipment"]>
  to_arrange: { key: ParcelKey; parcel: NeutralParcel }
  arranged: { key: ParcelKey; parcel: NeutralParcel }
}

async function connect(bench: Bench): Promise<Connected> {
  const { provider } = bench
  const world = bench.world.shipment
  if (!world || !arrangesShipments(provider)) {
    throw new Error("this world arranges nothing: say so to describeProvider")
  }
  const access = await bench.connected()
  const to_arrange = await bench.readParcel(access, world.to_arrange)
  const arranged = await bench.readParcel(access, world.arranged)
  return { bench, provider, access, world, to_arrange, arranged }
}

async function readState(
  provider: ArrangesShipments,
  access: TestAccess,
  key: ParcelKey
): Promise<string> {
  const [offer] = await provider.readShipmentOffers(access, [key])
  return offer.state
}

/** Waits, whatever comes of it. */
async function settled(work: Promise<ShipmentOutcome[]>): Promise<void> {
  await Promise.allSettled([work])
}
