import {
  EMPTY_DESK,
  afterAnswer,
  packedHere,
  progressOf,
  readQuantity,
} from "../lib/packing-desk"
import type { PackingParcel, ScanResult } from "../lib/types"

const parcel = (id: string, scanned = 0): PackingParcel => ({
  id,
  external_id: id,
  tracking_number: null,
  carrier: null,
  channel_name: null,
  state: "open",
  orders: [],
  lines: [
    {
      line_ids: ["a"],
      title: "Ly sứ",
      sku_title: null,
      sku: null,
      barcodes: [],
      image_url: null,
      quantity: 2,
      scanned,
    },
  ],
  deadline_at: null,
})
const scan = (ok: boolean, code: string): ScanResult => ({
  id: "s",
  ok,
  code,
  message: null,
  scanned: "1",
})

describe("the packing table", () => {
  const open = afterAnswer(EMPTY_DESK, {
    scan: scan(true, "opened"),
    parcel: parcel("1"),
  })

  it("takes the parcel of a good waybill and counts on it", () => {
    expect(open.parcel?.id).toBe("1")
    const counted = afterAnswer(open, {
      scan: scan(true, "counted"),
      parcel: parcel("1", 1),
    })
    expect(counted.parcel && progressOf(counted.parcel)).toEqual({
      scanned: 1,
      quantity: 2,
    })
  })

  it("shows a refused parcel without taking it", () => {
    expect(
      afterAnswer(EMPTY_DESK, {
        scan: scan(false, "cancelled"),
        parcel: parcel("2"),
      })
    ).toEqual({ parcel: null, shown: [parcel("2")] })
  })

  it("keeps the parcel when another waybill is scanned, or a wrong item", () => {
    const other = afterAnswer(open, {
      scan: scan(false, "another_parcel"),
      parcel: parcel("1"),
    })
    expect(other).toEqual(open)
    expect(
      afterAnswer(open, { scan: scan(false, "wrong_item"), parcel: null })
    ).toEqual(open)
  })

  it("clears a packed parcel away when the next one is refused", () => {
    const packed: PackingParcel = { ...parcel("1", 2), state: "packed" }
    const refused = { scan: scan(false, "cancelled"), parcel: parcel("2") }
    expect(afterAnswer({ parcel: packed, shown: [] }, refused)).toEqual({
      parcel: null,
      shown: [parcel("2")],
    })
  })

  it("counts what was packed here, not what a refused scan shows", () => {
    const packed: PackingParcel = { ...parcel("1", 2), state: "packed" }
    const once = packedHere([], { scan: scan(true, "packed"), parcel: packed })
    expect(once).toEqual(["1"])
    const elsewhere = { ...packed, id: "2" }
    const refused = { scan: scan(false, "already_packed"), parcel: elsewhere }
    expect(packedHere(once, refused)).toEqual(["1"])
    expect(
      packedHere(once, { scan: scan(true, "undone"), parcel: parcel("1", 1) })
    ).toEqual([])
  })

  it("asks which one where a code means several", () => {
    const several = afterAnswer(EMPTY_DESK, {
      scan: scan(false, "several_parcels"),
      parcel: null,
      parcels: [parcel("1"), parcel("2")],
    })
    expect(several.parcel).toBeNull()
    expect(several.shown.map(({ id }) => id)).toEqual(["1", "2"])
  })
})

describe("readQuantity", () => {
  it("takes several at once only where a number and a star come first", () => {
    expect(readQuantity("3*8934567")).toEqual({ code: "8934567", quantity: 3 })
    expect(readQuantity("8934567")).toEqual({ code: "8934567", quantity: 1 })
    expect(readQuantity("0*MUG")).toEqual({ code: "0*MUG", quantity: 1 })
  })
})
