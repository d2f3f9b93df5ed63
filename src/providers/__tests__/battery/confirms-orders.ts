import {
  ConfirmationOffer,
  ConfirmsOrders,
  confirmsOrders,
} from "../../../domain/provider/confirms-orders"
import { Bench, TestAccess } from "./bench"
import { ProviderWorld } from "./world"

/** What the seller has to decide, and the decision, at most once. */
export function confirmsOrdersOnce(at: () => Bench): void {
  describe("confirms orders", () => {
    it("that wait for it, and no others", async () => {
      const { bench, access, provider, world } = await connect(at())
      const asked = [world.waiting, world.settled, "123456789012345678"]
      const offers = await provider.readConfirmationOffers(access, asked)
      const of = (id: string) => offers.find((one) => one.external_id === id)
      expect(offers).toHaveLength(2)
      expect(of(world.settled)?.state).not.toBe("waiting")
      const offer = of(world.waiting)
      expect(offer?.state).toBe("waiting")
      const order = await bench.readOrder(access, world.waiting)
      expect(order.seller_confirmation).toBe("waiting")
      const line_ids = order.lines.flatMap((line) => line.external_line_ids)
      expect(offer?.external_line_ids).not.toHaveLength(0)
      expect(line_ids).toEqual(
        expect.arrayContaining(offer?.external_line_ids ?? [])
      )
    })

    it("with slots to choose from, or none", async () => {
      const { access, provider } = await connect(at())
      for (const slot of await provider.readPickupSlots(access)) {
        expect(slot.value).not.toBe("")
        expect(slot.label.en && slot.label.vi).not.toBe("")
      }
    })

    it("and says so from then on", async () => {
      const { bench, access, provider, world, offer } = await connect(at())
      await confirm(provider, access, offer)
      const [after] = await provider.readConfirmationOffers(access, [
        world.waiting,
      ])
      expect(after.state).toBe("confirmed")
      const order = await bench.readOrder(access, world.waiting)
      expect(order.seller_confirmation).toBe("confirmed")
      expect(order.meaning).not.toEqual({ kind: "status", status: "new" })
      await bench.expectError(confirm(provider, access, offer), ["rejected"])
    })

    it("at most once when the answer is lost", async () => {
      const { bench, access, provider, world, offer } = await connect(at())
      world.loseAnswer()
      await bench.expectError(confirm(provider, access, offer), [
        "outcome_unknown",
      ])
      const [after] = await provider.readConfirmationOffers(access, [
        world.waiting,
      ])
      expect(after.state).toBe("confirmed")
    })
  })
}

type Connected = {
  bench: Bench
  access: TestAccess
  provider: ConfirmsOrders
  world: NonNullable<ProviderWorld["confirmation"]>
  offer: ConfirmationOffer
}

async function connect(bench: Bench): Promise<Connected> {
  const { provider, world } = bench
  if (!world.confirmation || !confirmsOrders(provider)) {
    throw new Error("this world confirms nothing: say so to describeProvider")
  }
  const access = await bench.connected()
  const [offer] = await provider.readConfirmationOffers(access, [
    world.confirmation.waiting,
  ])
  return { bench, access, provider, world: world.confirmation, offer }
}

function confirm(
  provider: ConfirmsOrders,
  access: TestAccess,
  offer: ConfirmationOffer
): Promise<void> {
  return provider.answerConfirmation(access, offer, {
    kind: "confirm",
    external_line_ids: offer.external_line_ids,
    warehouse_external_id: null,
    pickup_slot: null,
  })
}
