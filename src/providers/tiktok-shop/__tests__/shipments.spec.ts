import { JsonObject } from "../../../domain/shared/json"
import { errorOf } from "../../__fixtures__/error-of"
import {
  networkError,
  Reply,
  scriptedFetch,
} from "../../__fixtures__/scripted-fetch"
import { answer, failure } from "../__fixtures__/answers"
import { options } from "../__fixtures__/options"
import { accessToShop, bodyOf, setUp } from "../__fixtures__/scripted-provider"
import { TikTokShopProvider } from "../provider"

const parcel = (external_id: string) => ({
  external_id,
  order_external_ids: [`o${external_id}`],
})
const [ONE, TWO, THREE] = ["1", "2", "3"].map(parcel)
const ANYHOW = { handover: null, pickup_slot: null }
const refusal = (code: number, package_id?: string): JsonObject => ({
  code,
  message: "no",
  detail: package_id ? { package_id } : {},
})

describe("arrangeShipments", () => {
  it("makes one call for all of them, and nothing without any", async () => {
    const { provider, sent, access } = setUp(answer({}))
    expect(await provider.arrangeShipments(access, [], ANYHOW)).toEqual([])
    expect(sent).toHaveLength(0)
    expect(await provider.arrangeShipments(access, [ONE, TWO], ANYHOW)).toEqual(
      [
        { parcel: ONE, ok: true },
        { parcel: TWO, ok: true },
      ]
    )
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ method: "POST" })
    expect(sent[0].url.pathname).toBe("/fulfillment/202309/packages/ship")
    expect(bodyOf(sent[0])).toEqual({ packages: [{ id: "1" }, { id: "2" }] })
    expect(access.lanes).toEqual(["orders"])
  })

  it("passes the wish on", async () => {
    const { provider, sent, access } = setUp(answer({}))
    await provider.arrangeShipments(access, [ONE], {
      handover: "drop_off",
      pickup_slot: "100-200",
    })
    expect(bodyOf(sent[0])).toEqual({
      packages: [
        {
          id: "1",
          handover_method: "DROP_OFF",
          pickup_slot: { start_time: 100, end_time: 200 },
        },
      ],
    })
  })

  it("tells for each parcel why it failed", async () => {
    const { provider, access } = setUp(
      answer({ errors: [refusal(21011044, "2"), refusal(21001003, "3")] })
    )
    expect(
      await provider.arrangeShipments(access, [ONE, TWO, THREE], ANYHOW)
    ).toMatchObject([
      { parcel: ONE, ok: true },
      { parcel: TWO, ok: false, error: { kind: "rejected", code: "21011044" } },
      { parcel: THREE, ok: false, error: { kind: "outcome_unknown" } },
    ])
  })

  it.each([11006021, 21008099, 21011020, 21011040])(
    "takes %i for done, in a list and alone",
    async (code) => {
      const listed = setUp(answer({ errors: [refusal(code, "2")] }))
      expect(
        await listed.provider.arrangeShipments(
          listed.access,
          [ONE, TWO],
          ANYHOW
        )
      ).toMatchObject([{ ok: true }, { ok: true }])
      const alone = setUp(failure(code))
      expect(
        await alone.provider.arrangeShipments(alone.access, [ONE], ANYHOW)
      ).toEqual([{ parcel: ONE, ok: true }])
      const together = setUp(failure(code))
      const error = await errorOf(
        together.provider.arrangeShipments(together.access, [ONE, TWO], ANYHOW)
      )
      expect(error).toMatchObject({ kind: "rejected", code: String(code) })
    }
  )

  it("is sure of no success beside a failure that names no parcel", async () => {
    for (const stray of [refusal(21011044), refusal(21011044, "77")]) {
      const { provider, access } = setUp(
        answer({ errors: [stray, refusal(21008025, "2")] })
      )
      expect(
        await provider.arrangeShipments(access, [ONE, TWO], ANYHOW)
      ).toMatchObject([
        { ok: false, error: { kind: "outcome_unknown" } },
        { ok: false, error: { kind: "rejected", code: "21008025" } },
      ])
    }
    const { provider, access } = setUp(answer({ errors: [refusal(21011044)] }))
    expect(
      await provider.arrangeShipments(access, [ONE], ANYHOW)
    ).toMatchObject([{ ok: false, error: { kind: "rejected" } }])
  })

  it.each<[string, Reply]>([
    ["is lost", networkError("ECONNRESET")],
    ["breaks off", new Response('{"code":0,"da')],
    ["is an internal error", failure(36009003)],
    ["cannot be understood", answer({ errors: 7 })],
    ["has an error without a code", answer({ errors: [{ message: "no" }] })],
  ])("asks no second time when the answer %s", async (_what, reply) => {
    const { provider, sent, access } = setUp(reply)
    const error = await errorOf(
      provider.arrangeShipments(access, [ONE], ANYHOW)
    )
    expect(error.kind).toBe("outcome_unknown")
    expect(sent).toHaveLength(1)
  })

  it("sends nothing that is wrong", async () => {
    const { fetch, sent } = scriptedFetch(answer({}))
    const provider = new TikTokShopProvider(
      {},
      { ...options, shipBatchSize: 2 },
      { fetch, now: () => 0, random: () => 0 }
    )
    expect(provider.shipment_batch_size).toBe(2)
    const tries = [
      provider.arrangeShipments(accessToShop(), [ONE, TWO, THREE], ANYHOW),
      provider.arrangeShipments(accessToShop(), [ONE], {
        handover: null,
        pickup_slot: "tomorrow",
      }),
    ]
    for (const one of tries) {
      expect(await errorOf(one)).toMatchObject({ kind: "invalid_request" })
    }
    expect(sent).toHaveLength(0)
  })
})

describe("readHandoverChoice", () => {
  const slots = answer({
    can_pickup: true,
    can_drop_off: true,
    pickup_slots: [
      { start_time: 1760061600, end_time: 1760076000, avaliable: true },
      { start_time: 1760076000, end_time: 1760090400, avaliable: false },
    ],
  })
  const choice = async (region: string, handoverChoice?: boolean) => {
    const { fetch, sent } = scriptedFetch(slots)
    const provider = new TikTokShopProvider(
      {},
      { ...options, handoverChoice },
      { fetch, now: () => 0, random: () => 0 }
    )
    const access = accessToShop()
    access.channel.region = region
    const found = await provider.readHandoverChoice(access, ONE)
    expect(sent[0].url.pathname).toBe(
      "/fulfillment/202309/packages/1/handover_time_slots"
    )
    return found
  }

  it("offers no method where it has no effect", async () => {
    expect(await choice("VN")).toEqual({
      methods: [],
      pickup_slots: [
        expect.objectContaining({ value: "1760061600-1760076000" }),
      ],
    })
    expect((await choice("VN", true)).methods).toEqual(["pickup", "drop_off"])
    expect((await choice("GB")).methods).toEqual(["pickup", "drop_off"])
  })

  it("lets TikTok choose when the app may not ask", async () => {
    const { provider, access } = setUp(failure(105005, "no scope", 401))
    expect(await provider.readHandoverChoice(access, ONE)).toEqual({
      methods: [],
      pickup_slots: [],
    })
  })

  it("says what else went wrong", async () => {
    const { provider, access } = setUp(failure(21008111))
    expect((await errorOf(provider.readHandoverChoice(access, ONE))).kind).toBe(
      "rejected"
    )
  })
})
