import ExcelJS from "exceljs"
import { marketplacesOf } from "../../src/workflows/marketplaces"
import { backgroundIdle } from "../../src/workflows/background"
import { tick } from "../support/tick"
import {
  bringIn,
  daysAgo,
  revenueOf,
  sale,
  sellOnTikTok,
  Settlement,
  settlementOf,
  StatementsShop,
  take,
  tiktokFile,
} from "./shop"

type Evidence = {
  kind: string
  label: string
  params: Record<string, unknown>
  file_ids: string[]
}
type Claim = {
  id: string
  number: number
  settlement_id: string
  external_order_id: string
  reason: string
  amount: number
  state: string
  deadline_at: string | null
  evidence: Evidence[]
  note: string | null
  external_reference: string | null
  created_by_name: string | null
  decided_by: string | null
  still_holds: boolean
}
type Made = {
  claims: Claim[]
  skipped: {
    settlement_id: string
    code: string
    reason: string | null
    claim_id: string | null
    message: string
  }[]
}
type Detail = Settlement & {
  claims: { id: string; state: string }[]
  events: { kind: string; actor_id: string; params: Record<string, unknown> }[]
}

const SHORT_BY = 12_000

/** What the shop asks back. */
export function claiming(at: () => StatementsShop): void {
  describe("a claim", () => {
    /** An order that was settled with less than it is worth. */
    const sellShort = async (shop: StatementsShop, by = SHORT_BY) => {
      const [order_id] = sellOnTikTok(shop, 1)
      await bringIn(shop, shop.tiktok, [order_id])
      const revenue = await revenueOf(shop, order_id)
      const { statement } = await take(
        shop,
        shop.tiktok,
        await tiktokFile([sale(order_id, revenue - by, { fees: {} })]),
        "=thu-nhap.xlsx"
      )
      const settlement = await settlementOf(shop, order_id)
      expect(settlement).toMatchObject({
        state: "short",
        findings: [{ code: "revenue_lower", amount: -by }],
      })
      return { order_id, revenue, statement, settlement }
    }
    const claim = async (...settlement_ids: string[]) =>
      (await at().admin.post<Made>("/claims", { settlement_ids })).body
    const read = async (id: string) =>
      (await at().admin.get<{ claim: Claim }>(`/claims/${id}`)).body.claim
    const listed = async (query: string) =>
      (
        await at().admin.get<{ claims: Claim[]; count: number }>(
          `/claims?limit=200&${query}`
        )
      ).body.claims.map(({ id }) => id)

    it("is made of what is short, once, with what proves it", async () => {
      const shop = at()
      const { order_id, settlement } = await sellShort(shop)
      const fine = await settlementOf(shop, order_id)
      await addEvidence(shop, order_id)

      const [a, b] = await Promise.all([
        claim(settlement.id, settlement.id, "mpstl_none"),
        claim(settlement.id),
      ])

      const made = [...a.claims, ...b.claims]
      expect(made).toHaveLength(1)
      expect(made[0]).toMatchObject({
        settlement_id: fine.id,
        external_order_id: order_id,
        reason: "revenue_lower",
        amount: SHORT_BY,
        state: "draft",
        created_by_name: expect.any(String),
        still_holds: true,
      })
      const days =
        (new Date(made[0].deadline_at ?? 0).getTime() - daysAgo(2).getTime()) /
        86_400_000
      expect(Math.round(days)).toBeGreaterThanOrEqual(29)
      expect(Math.round(days)).toBeLessThanOrEqual(30)
      expect([...a.skipped, ...b.skipped]).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            settlement_id: "mpstl_none",
            code: "unknown_settlement",
          }),
          expect.objectContaining({
            settlement_id: settlement.id,
            code: "already_claimed",
            reason: "revenue_lower",
            claim_id: made[0].id,
            message: expect.any(String),
          }),
        ])
      )
      expect(made[0].evidence.map(({ kind, label }) => [kind, label])).toEqual(
        expect.arrayContaining([
          ["statement_line", expect.stringContaining("=thu-nhap.xlsx")],
          ["waybill", "TRACK-CLAIM"],
          ["handover", expect.stringMatching(/^#\d+$/)],
          ["scan", "TRACK-CLAIM"],
          ["receipt", "PKG-CLAIM"],
        ])
      )
      const receipt = made[0].evidence.find(({ kind }) => kind === "receipt")
      expect(receipt).toMatchObject({
        params: { good: 0, damaged: 1, lost: 0 },
        file_ids: ["mpfile_photo"],
      })
      const detail = await detailOf(shop, settlement.id)
      expect(detail.claims).toMatchObject([{ id: made[0].id, state: "draft" }])
      expect(detail.events).toMatchObject([
        { kind: "claimed", params: { amount: SHORT_BY } },
      ])
    })

    it("reads as a letter in both languages", async () => {
      const shop = at()
      const { order_id, settlement } = await sellShort(shop)
      await addEvidence(shop, order_id)
      const { claims } = await claim(settlement.id)
      const text = async (locale: string) =>
        await shop.admin.get<{ subject: string; text: string }>(
          `/claims/${claims[0].id}/text?locale=${locale}`
        )

      const { body: vi } = await text("vi")
      expect(vi.text).toContain(order_id)
      expect(vi.text).toContain("12.000 ₫")
      expect(vi.text).toContain("Mã vận đơn TRACK-CLAIM")
      expect(vi.text).toContain("Biên bản bàn giao cho đơn vị vận chuyển #")
      const { body: en } = await text("en")
      expect(en.text).toContain("Tracking number TRACK-CLAIM")
      expect(en.subject).toContain("VND 12,000")
      expect(`${vi.text}${en.text}`).not.toMatch(/undefined|null|NaN/)
      expect((await text("fr")).status).toBe(400)
    })

    it("goes its way, each step recorded, and comes back from every one", async () => {
      const shop = at()
      const { settlement } = await sellShort(shop)
      const { claims } = await claim(settlement.id)
      const [{ id }] = claims
      const move = (change: object) =>
        shop.admin.post<{ claim: Claim; message?: string }>(
          `/claims/${id}`,
          change
        )

      expect((await move({ state: "accepted" })).status).toBe(400)
      const { body: sent } = await move({
        state: "sent",
        external_reference: "CASE-77",
      })
      expect(sent.claim).toMatchObject({
        state: "sent",
        external_reference: "CASE-77",
      })
      await move({ state: "refused", note: "Sàn báo quá hạn" })
      expect(await listed("q=CASE-77")).toEqual([id])
      expect(await listed("state=refused")).toContain(id)
      expect(await listed("state=sent")).not.toContain(id)
      expect(await listed(`reason=fee_higher`)).not.toContain(id)
      expect(await listed(`channel_id=${shop.tiki.id}`)).not.toContain(id)

      const dropped = await shop.admin.delete<object>(`/claims/${id}`)
      expect(dropped.body).toEqual({ id, object: "claim", deleted: true })
      expect(await listed(`settlement_id=${settlement.id}`)).toEqual([])
      expect(await listed("state=dropped")).toContain(id)
      const { claims: anew } = await claim(settlement.id)
      expect(anew).toHaveLength(1)
      // The withdrawn one cannot come back beside the new one.
      expect((await move({ state: "draft" })).status).toBe(400)
      await shop.admin.delete(`/claims/${anew[0].id}`)
      expect((await move({ state: "draft" })).body.claim.state).toBe("draft")

      const { events } = await detailOf(shop, settlement.id)
      expect(
        events
          .filter(({ params }) => params.claim_id === id)
          .map(({ params }) => `${String(params.from)}>${String(params.to)}`)
      ).toEqual([
        "null>draft",
        "draft>sent",
        "sent>refused",
        "refused>dropped",
        "dropped>draft",
      ])
      const { body: counts } = await shop.admin.get<{
        by_state: Record<string, number>
        amounts: { state: string; amount: number }[]
      }>("/claims/counts")
      expect(counts.by_state.draft).toBeGreaterThanOrEqual(1)
      expect(counts.by_state.dropped).toBeGreaterThanOrEqual(1)
    })

    it("is paid by itself when a statement makes the difference up, and open again without it", async () => {
      const shop = at()
      const { order_id, settlement } = await sellShort(shop)
      const other = await sellShort(shop)
      const { claims } = await claim(settlement.id, other.settlement.id)
      await shop.admin.post(`/claims/${claims[0].id}`, { state: "sent" })

      const later = await take(
        shop,
        shop.tiktok,
        await tiktokFile([
          sale(order_id, SHORT_BY, { fees: {}, settled_at: daysAgo(1) }),
          {
            kind: "adjustment",
            order_id: other.order_id,
            line_id: "740000000000000077",
            settled_at: daysAgo(1),
            adjustment: SHORT_BY,
          },
        ])
      )

      expect((await settlementOf(shop, order_id)).state).toBe("matched")
      expect(await read(claims[0].id)).toMatchObject({
        state: "paid",
        decided_by: "system",
        still_holds: false,
      })
      // A correction leaves the difference standing, and has paid it all the same.
      expect((await settlementOf(shop, other.order_id)).state).toBe("short")
      expect(await read(claims[1].id)).toMatchObject({ state: "paid" })
      expect((await claim(settlement.id, other.settlement.id)).skipped).toEqual(
        [
          expect.objectContaining({ code: "nothing_to_claim" }),
          expect.objectContaining({
            code: "already_paid",
            claim_id: claims[1].id,
          }),
        ]
      )

      await shop.admin.delete(`/statements/${later.statement.id}`)
      expect(await read(claims[0].id)).toMatchObject({ state: "sent" })
      expect(await read(claims[1].id)).toMatchObject({ state: "draft" })
      const { events } = await detailOf(shop, settlement.id)
      expect(
        events.map(({ actor_id, params }) => [actor_id === "system", params.to])
      ).toEqual([
        [false, "draft"],
        [false, "sent"],
        [true, "paid"],
        [true, "sent"],
      ])
    })

    it("is not made of what was confirmed, of nothing, or of fees without rules", async () => {
      const shop = at()
      const { settlement } = await sellShort(shop)
      await shop.admin.post("/settlements/confirmations", {
        ids: [settlement.id],
      })
      const [charged] = sellOnTikTok(shop, 1)
      await bringIn(shop, shop.tiktok, [charged])
      await take(
        shop,
        shop.tiktok,
        await tiktokFile([sale(charged, await revenueOf(shop, charged))])
      )
      const fees = await settlementOf(shop, charged)

      const { claims, skipped } = await claim(settlement.id, fees.id)

      expect(claims).toEqual([])
      expect(skipped[0]).toMatchObject({ code: "confirmed" })
      expect(skipped.slice(1).map(({ code }) => code)).toEqual(
        expect.arrayContaining(["fees_unknown"])
      )
    })

    it("comes out in a workbook whose texts are never formulas", async () => {
      const shop = at()
      const { order_id, settlement } = await sellShort(shop)
      const { claims } = await claim(settlement.id)
      await shop.admin.post(`/claims/${claims[0].id}`, {
        note: '=HYPERLINK("http://localhost","x")',
      })

      const file = await shop.admin.download(
        `/claims/export?settlement_id=${settlement.id}&locale=en`
      )

      expect(file.status).toBe(200)
      expect(file.type).toContain("spreadsheetml")
      expect(file.headers["content-disposition"]).toContain(".xlsx")
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(file.content as unknown as ArrayBuffer)
      const [sheet] = book.worksheets
      const cell = (heading: string) => {
        const headings = sheet.getRow(1).values as string[]
        return sheet.getRow(2).getCell(headings.indexOf(heading))
      }
      expect(sheet.rowCount).toBe(2)
      expect(cell("Order ID").value).toBe(order_id)
      expect(cell("Amount asked for").value).toBe(SHORT_BY)
      expect(cell("Note").type).toBe(ExcelJS.ValueType.String)
      expect(cell("Note").value).toMatch(/^'=HYPERLINK/)
      expect(String(cell("Statement lines").value)).toContain("=thu-nhap.xlsx")
      expect(cell("Text to send").value).toContain(order_id)
    })

    it("refuses what makes no sense", async () => {
      const { admin } = at()
      const refused: [string, string, unknown?][] = [
        ["POST", "/claims", {}],
        ["POST", "/claims", { settlement_ids: [] }],
        ["POST", "/claims", { settlement_ids: ["x"], amount: 5 }],
        ["GET", "/claims?state=lost"],
        ["GET", "/claims?order=secret"],
        ["GET", "/claims/export?locale=fr"],
      ]
      for (const [method, url, body] of refused) {
        const { status } =
          method === "POST" ? await admin.post(url, body) : await admin.get(url)
        expect([url, status]).toEqual([url, 400])
      }
      expect((await admin.get("/claims/mpclm_none")).status).toBe(404)
      expect((await admin.get("/claims/mpclm_none/text")).status).toBe(404)
      expect(
        (await admin.post("/claims/mpclm_none", { state: "sent" })).status
      ).toBe(404)
      expect((await admin.post("/claims/mpclm_none", {})).status).toBe(400)
      expect((await admin.delete("/claims/mpclm_none")).status).toBe(404)
    })

    afterEach(async () => {
      await tick(at().container)
      await backgroundIdle()
    })
  })
}

async function detailOf(
  { admin }: StatementsShop,
  id: string
): Promise<Detail> {
  const { body } = await admin.get<{ settlement: Detail }>(`/settlements/${id}`)
  return body.settlement
}

/** A parcel of the order that was packed by scans, handed over, and came back damaged. */
async function addEvidence(
  { container, tiktok }: StatementsShop,
  external_id: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const [order] = await marketplaces.listMarketplaceChannelOrders({
    channel_id: tiktok.id,
    external_id,
  })
  await marketplaces.deleteMarketplaceParcels({
    channel_id: tiktok.id,
    external_id: "PKG-CLAIM",
  } as never)
  const handover = await marketplaces.createMarketplaceHandovers({
    direction: "outbound",
    status: "closed",
    carrier: "J&T Express",
    created_by: "user_x",
    closed_at: daysAgo(8),
  })
  const parcel = {
    channel_id: tiktok.id,
    parcel_external_id: "PKG-CLAIM",
  }
  await marketplaces.createMarketplaceParcels({
    channel_id: tiktok.id,
    external_id: "PKG-CLAIM",
    tracking_number: "TRACK-CLAIM",
    carrier: "J&T Express",
    order_ids: [order.id],
  })
  await marketplaces.createMarketplaceParcelMarks({
    ...parcel,
    id: `mpmark_${handover.id}`,
    channel_order_id: order.id,
    kind: "handed_over",
    at: daysAgo(8),
    actor: "user_x",
    source: "handover",
    handover_id: handover.id,
  })
  await marketplaces.createMarketplaceScans({
    ...parcel,
    station: "packing",
    scanned: "CHEN-DO-60",
    ok: true,
    code: "item",
    at: daysAgo(9),
    actor: "user_x",
  })
  await marketplaces.createMarketplaceReceipts({
    ...parcel,
    channel_order_id: order.id,
    lines: [
      { line_id: "ordli_x", good: 0, damaged: 1, lost: 0 },
    ] as unknown as Record<string, unknown>,
    photo_file_ids: ["mpfile_photo"],
    received_at: daysAgo(3),
    received_by: "user_x",
    stock_state: "done",
  })
}
