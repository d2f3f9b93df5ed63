import {
  GivesWaybills,
  givesWaybills,
  WAYBILL_SIZES,
  Waybill,
} from "../../../domain/provider/gives-waybills"
import { Bench, TestAccess } from "./bench"
import { textIn } from "./text-in-waybill"
import { ProviderWorld } from "./world"

const PLAIN = { size: "A6", with_packing_slip: false } as const

/** A paper for each parcel that may go out, and for no other. */
export function givesWaybillsOut(at: () => Bench): void {
  describe("gives waybills", () => {
    it.each(
      WAYBILL_SIZES.flatMap((size) =>
        [false, true].map((slip) => [size, slip] as const)
      )
    )(
      "with the parcel's number, in %s (with contents: %s)",
      async (size, with_packing_slip) => {
        const { bench, provider, access, world } = await connect(at())
        const { key, parcel } = await bench.readParcel(access, world.printable)
        const wish = { size, with_packing_slip }
        const waybill = await provider.readWaybill(access, key, wish)
        expect(waybill.tracking_number).toBe(parcel.tracking_number)
        const text = await textIn(waybill)
        expect(text).toContain(parcel.tracking_number ?? parcel.external_id)
        bench.expectNoSecret(text)
      }
    )

    it("again, and the same one", async () => {
      const { bench, provider, access, world } = await connect(at())
      const { key } = await bench.readParcel(access, world.printable)
      const read = async (): Promise<
        Pick<Waybill, "kind"> & { text: string }
      > => {
        const waybill = await provider.readWaybill(access, key, PLAIN)
        return { kind: waybill.kind, text: await textIn(waybill) }
      }
      expect(await read()).toEqual(await read())
    })

    it("not before the parcel is arranged", async () => {
      const { bench, provider, access, world } = await connect(at())
      const { key } = await bench.readParcel(access, world.unprintable)
      await bench.expectError(provider.readWaybill(access, key, PLAIN), [
        "rejected",
      ])
    })

    it("not of what does not exist", async () => {
      const { bench, provider, access } = await connect(at())
      const key = {
        external_id: "1152921504606846977",
        order_external_ids: ["576460752303423489"],
      }
      await bench.expectError(provider.readWaybill(access, key, PLAIN), [
        "rejected",
        "not_found",
      ])
    })
  })
}

type Connected = {
  bench: Bench
  provider: GivesWaybills
  access: TestAccess
  world: NonNullable<ProviderWorld["waybills"]>
}

async function connect(bench: Bench): Promise<Connected> {
  const { provider } = bench
  const world = bench.world.waybills
  if (!world || !givesWaybills(provider)) {
    throw new Error("this world has no waybills: say so to describeProvider")
  }
  return { bench, provider, access: await bench.connected(), world }
}
