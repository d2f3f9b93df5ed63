import { OperationsShop } from "./shop"

/** Every way to fall silent is shown with its cause, and gone once it is mended. */
export function silences(at: () => OperationsShop): void {
  describe("silence", () => {
    it("is not seen in a shop that was just connected", async () => {
      const { tiktok, tiki } = at()
      expect([tiktok.status, tiki.status]).toEqual(["connected", "connected"])
    })
  })
}
