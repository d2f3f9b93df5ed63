import type { Stage } from "../support/stage"
import { buyersWishes } from "./morning/buyers-wishes"
import { carrierToBooks } from "./morning/carrier-to-books"
import { Morning } from "./morning/morning"
import { ordersToParcels } from "./morning/orders-to-parcels"
import { parcelsToCarrier } from "./morning/parcels-to-carrier"

/**
 * A hundred orders of both marketplaces, from the download to the goods that come back.
 * Ten parcels are packed by scan, with three mistakes caught; the rest is marked as packed
 * with one action, as keying in a hundred boxes would show nothing more.
 */
export function morningsWork(given: () => Stage) {
  describe("a morning's work with a hundred orders, in Tiếng Việt", () => {
    let morning: Morning
    const at = () => morning

    beforeAll(async () => {
      morning = await Morning.begin(given())
    }, 120_000)

    afterAll(async () => {
      await morning?.place.close()
    })

    ordersToParcels(at)
    buyersWishes(at)
    parcelsToCarrier(at)
    carrierToBooks(at)

    it("has met no error on the way", () => {
      expect(morning.place.problems).toEqual([])
    })
  })
}
