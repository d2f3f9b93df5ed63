import { JsonObject } from "../../../domain/shared/json"
import { buildOrder, buildUnit } from "../__fixtures__/order"
import { mapOrder } from "../mappers"

const unix = (seconds: number) => new Date(seconds * 1000)
const deadlines = (overrides: JsonObject) =>
  mapOrder(
    buildOrder({
      rts_sla_time: 1760000001,
      shipping_due_time: 1760000002,
      tts_sla_time: 1760000003,
      collection_due_time: 1760000004,
      cancel_order_sla_time: 1760000005,
      ...overrides,
    })
  ).deadlines

describe("deadlines", () => {
  it("are the targets, or else the moments of cancellation", () => {
    expect(deadlines({})).toMatchObject({
      ship_by: unix(1760000001),
      collect_by: unix(1760000003),
      cancel_at: unix(1760000005),
    })
    expect(deadlines({ rts_sla_time: 0, tts_sla_time: null })).toMatchObject({
      ship_by: unix(1760000002),
      collect_by: unix(1760000004),
    })
  })

  it("ask for the handing over once everything is arranged", () => {
    const arranged = { status: "AWAITING_COLLECTION" }
    expect(deadlines(arranged).ship_by).toEqual(unix(1760000003))
    const partly = (package_status: string) => ({
      status: "PARTIALLY_SHIPPING",
      line_items: [buildUnit({ package_status })],
    })
    expect(deadlines(partly("TO_FULFILL")).ship_by).toEqual(unix(1760000001))
    expect(deadlines(partly("PROCESSING")).ship_by).toEqual(unix(1760000003))
  })

  it("end an unpaid order after two days when TikTok does not say when", () => {
    const unpaid = { status: "UNPAID", create_time: 1760000000, paid_time: 0 }
    expect(
      deadlines({ ...unpaid, cancel_order_sla_time: 0 }).cancel_at
    ).toEqual(unix(1760000000 + 48 * 3600))
    expect(deadlines(unpaid).cancel_at).toEqual(unix(1760000005))
    expect(deadlines({ cancel_order_sla_time: 0 }).cancel_at).toBeNull()
  })
})
