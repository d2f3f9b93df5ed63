import { wasPrinted } from "../lib/printed"
import type { Parcel } from "../lib/types"

const parcel = (changes: Partial<Parcel>): Parcel => ({
  id: "mpparc_1",
  external_id: "912345678",
  status: null,
  tracking_number: null,
  carrier: null,
  state: "arranged",
  printed_at: null,
  ...changes,
})
const PRINTED = { printed_at: "2026-03-01T00:00:00Z" }

it.each<[string, Parcel[] | undefined, boolean]>([
  ["no parcels are known", undefined, false],
  ["none was printed", [parcel({}), parcel({})], false],
  ["one of its parcels was printed", [parcel({}), parcel(PRINTED)], true],
  [
    "the printed one does not go out any more",
    [parcel({}), parcel({ ...PRINTED, state: "cancelled" })],
    false,
  ],
])("a print of an order asks for a reason only then: %s", (_, parcels, is) => {
  expect(wasPrinted({ parcels })).toBe(is)
})
