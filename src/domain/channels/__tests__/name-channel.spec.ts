import fc from "fast-check"
import { nameChannel } from "../name-channel"

describe("nameChannel", () => {
  it.each([
    [[], "Nhà Gốm"],
    [["Vải Lụa"], "Nhà Gốm"],
    [["Nhà Gốm"], "Nhà Gốm (Tiki)"],
    [["Nhà Gốm", "Nhà Gốm (Tiki)"], "Nhà Gốm (Tiki 2)"],
  ])("beside %p is %p", (taken, name) => {
    expect(nameChannel("Nhà Gốm", "Tiki", new Set(taken))).toBe(name)
  })

  it("never names two channels alike", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("A", "A (Tiki)", "B"), { maxLength: 12 }),
        (shops) => {
          const taken = new Set<string>()
          shops.forEach((shop) => taken.add(nameChannel(shop, "Tiki", taken)))
          expect(taken.size).toBe(shops.length)
        }
      )
    )
  })
})
