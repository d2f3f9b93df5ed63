import { judgeForHandover, HandoverScope } from "../handover-check"
import { judgeParcel } from "../judge-parcel"
import { ParcelFacts } from "../local-moves"
import { impossibleLine, returnedLines } from "../returned-units"

const AT = new Date("2026-03-01T00:00:00Z")
const PACKED = { kind: "packed", parcel_external_id: "1", at: AT } as const

const facts = (changes: Partial<ParcelFacts> = {}): ParcelFacts => ({
  status: "packed",
  flags: [],
  parcel_state: "arranged",
  marks: [PACKED],
  recipient_key: null,
  surplus: [],
  ...changes,
})

const OUT: HandoverScope = {
  direction: "outbound",
  channel_id: null,
  carrier: null,
}

const judge = (
  scope: Partial<HandoverScope>,
  orders: ParcelFacts[],
  carrier: string | null = "J&T Express"
) =>
  judgeForHandover(
    { ...OUT, ...scope },
    { channel_id: "mpchan_1", carrier, orders }
  )

describe("a parcel for a handover record", () => {
  it("goes when it is packed, and with a word when it is not", () => {
    expect(judge({}, [facts()])).toEqual({ ok: true, code: "scanned" })
    expect(judge({}, [facts({ status: "confirmed", marks: [] })])).toEqual({
      ok: true,
      code: "not_packed",
    })
  })

  it("stays when it is another carrier's or channel's", () => {
    expect(judge({ carrier: "j&t express " }, [facts()]).ok).toBe(true)
    expect(judge({ carrier: "J&T Express" }, [facts()], null).ok).toBe(true)
    expect(judge({ carrier: "GHN" }, [facts()]).code).toBe("other_carrier")
    expect(judge({ channel_id: "mpchan_2" }, [facts()]).code).toBe(
      "other_channel"
    )
  })

  it("stays when one of its orders must not go out, or goods of a cancelled one are inside", () => {
    const cancelled = facts({ status: "cancelled_by_buyer" })
    const held = facts({ flags: ["on_hold"] })
    expect(judge({ carrier: "GHN" }, [held, cancelled]).code).toBe("on_hold")
    expect(judge({}, [facts(), cancelled]).code).toBe("cancelled_inside")
    expect(judge({}, [cancelled]).code).toBe("cancelled")
    const surplus = [{ external_sku_id: "1", units: 1 }]
    expect(judge({}, [facts(), facts({ surplus })]).code).toBe(
      "cancelled_units_inside"
    )
  })

  it("comes back once", () => {
    const sent = facts({ status: "in_transit", parcel_state: "collected" })
    expect(judge({ direction: "inbound" }, [sent]).code).toBe("scanned")
    expect(judge({ direction: "inbound" }, [facts()]).code).toBe(
      "not_handed_over"
    )
    const back = { ...PACKED, kind: "received_back" as const }
    expect(
      judge({ direction: "inbound" }, [facts({ ...sent, marks: [back] })]).code
    ).toBe("already_received")
  })
})

describe("a move of a combined parcel", () => {
  it("is stopped by the gravest refusal, whichever order it is of", () => {
    const held = facts({ status: "confirmed", marks: [], flags: ["on_hold"] })
    const packed = facts()
    for (const orders of [
      [held, packed],
      [packed, held],
    ]) {
      expect(judgeParcel("pack", orders)).toEqual({
        ok: false,
        code: "on_hold",
      })
    }
    expect(
      judgeParcel("pack", [facts({ status: "packing", marks: [] })])
    ).toEqual({ ok: true })
  })
})

describe("what came back in a parcel", () => {
  const expected = [
    { line_id: "ordli_1", units: 2 },
    { line_id: "ordli_2", units: 1 },
  ]

  it("is all of it in one condition, unless somebody wrote down otherwise", () => {
    expect(returnedLines(expected, "damaged", null)).toEqual([
      { line_id: "ordli_1", good: 0, damaged: 2, lost: 0 },
      { line_id: "ordli_2", good: 0, damaged: 1, lost: 0 },
    ])
    const lines = [
      { line_id: "ordli_1", good: 1, damaged: 0, lost: 1 },
      { line_id: "ordli_2", good: 0, damaged: 0, lost: 0 },
    ]
    expect(returnedLines(expected, "damaged", lines)).toEqual([lines[0]])
  })

  it("cannot be more than was sent, nor anything else", () => {
    const line = (line_id: string, good: number) => ({
      line_id,
      good,
      damaged: 0,
      lost: 0,
    })
    expect(impossibleLine(expected, [line("ordli_1", 2)])).toBeNull()
    expect(impossibleLine(expected, [line("ordli_1", 3)])).toBe("ordli_1")
    expect(impossibleLine(expected, [line("ordli_9", 0)])).toBe("ordli_9")
    expect(
      impossibleLine(expected, [line("ordli_2", 1), line("ordli_2", 0)])
    ).toBe("ordli_2")
  })
})
