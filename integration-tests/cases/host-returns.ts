import {
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  dismissItemReturnRequestWorkflow,
  getOrderDetailWorkflow,
  receiveItemReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  DraftOptions,
  hostOrderDraft,
  HostOrdersShop,
} from "../../bench/host-orders-shop"
import {
  completeHostOrdersWorkflow,
  createHostOrdersWorkflow,
  shipHostOrdersWorkflow,
} from "../../src/workflows/host-orders"
import { orderService } from "../../src/workflows/host-orders/utils/module-services"
import {
  HostReceipt,
  LineUnits,
  ReceivedUnits,
  receiveHostReturnsWorkflow,
  requestHostReturnsWorkflow,
} from "../../src/workflows/host-returns"
import { finishReceives } from "../../src/workflows/host-returns/utils/finish-receives"
import {
  RECEIVE_PREFIX,
  receiveChangesOf,
} from "../../src/workflows/host-returns/utils/receive-changes"
import { restock } from "../../src/workflows/host-returns/utils/restock"
import { returnService } from "../../src/workflows/host-returns/utils/return-service"

type Shop = { container: MedusaContainer; shop: HostOrdersShop }

const FULL = 10_000

/** Goods of shipped orders that come back. */
export function hostReturns(at: () => Shop): void {
  const shelf = async (
    variant: "shirt" | "mug",
    location_id = at().shop.location_id
  ) => {
    const [level] = await at()
      .container.resolve(Modules.INVENTORY)
      .listInventoryLevels({
        inventory_item_id: at().shop[variant].parts[0].inventory_item_id,
        location_id,
      })
    return Number(level?.stocked_quantity ?? 0)
  }
  const shelves = async () => [await shelf("shirt"), await shelf("mug")]

  const line = (key: string, index: number) => `ordli_${key}_${index}`

  /** An order that has been shipped. */
  async function shipped(key: string, options: DraftOptions = {}) {
    const { container, shop } = at()
    const draft = hostOrderDraft(shop, key, options)
    await createHostOrdersWorkflow(container).run({
      input: { drafts: [draft] },
    })
    await shipHostOrdersWorkflow(container).run({
      input: { orders: [{ order_id: draft.order_id }] },
    })
    return draft.order_id
  }

  const request = async (order_id: string, expected: LineUnits[]) =>
    (
      await requestHostReturnsWorkflow(at().container).run({
        input: { orders: [{ order_id, expected }] },
      })
    ).result

  const receive = async (
    order_id: string,
    receipt_id: string,
    lines: ReceivedUnits[],
    more: Partial<HostReceipt> = {}
  ) =>
    (
      await receiveHostReturnsWorkflow(at().container).run({
        input: { receipts: [{ receipt_id, order_id, lines, ...more }] },
      })
    ).result

  const units = (line_item_id: string, count: number): LineUnits => ({
    line_item_id,
    units: count,
  })
  const good = (line_item_id: string, count: number): ReceivedUnits => ({
    line_item_id,
    good: count,
    damaged: 0,
  })
  const damaged = (line_item_id: string, count: number): ReceivedUnits => ({
    line_item_id,
    good: 0,
    damaged: count,
  })

  async function returnsOf(order_id: string) {
    const rows = await returnService(at().container).listReturns(
      { order_id },
      { relations: ["items"], order: { display_id: "ASC" } }
    )
    return rows.map(({ status, location_id, items = [] }) => ({
      status,
      location_id,
      items: items
        .map((item) => ({
          line: item.item_id,
          quantity: Number(item.quantity),
          received: Number(item.received_quantity),
          damaged: Number(item.damaged_quantity),
        }))
        .sort((a, b) => (a.line < b.line ? -1 : 1)),
    }))
  }

  const DETAIL = [
    "return_requested_quantity",
    "return_received_quantity",
    "return_dismissed_quantity",
    "written_off_quantity",
  ]

  /** The order and its returns as the admin's page reads them, without ids, times and notes. */
  async function page(order_id: string) {
    const { result } = await getOrderDetailWorkflow(at().container).run({
      input: {
        order_id,
        fields: [
          "id",
          "status",
          "version",
          "total",
          "summary.*",
          "items.*",
          "items.detail.*",
          "payment_collections.status",
          "payment_collections.amount",
        ],
      },
    })
    const order = result as unknown as {
      status: string
      version: number
      total: number
      payment_status: string
      fulfillment_status: string
      summary: Record<string, unknown>
      items: { detail: Record<string, unknown> }[]
      payment_collections: { status: string }[]
    }
    return {
      status: order.status,
      version: order.version,
      total: order.total,
      payment_status: order.payment_status,
      fulfillment_status: order.fulfillment_status,
      pending: order.summary.pending_difference,
      current: order.summary.current_order_total,
      collections: order.payment_collections.map(({ status }) => status),
      items: order.items
        .map(({ detail }) => DETAIL.map((name) => Number(detail[name])))
        .sort(),
      returns: (await returnsOf(order_id)).map(({ items, ...one }) => ({
        ...one,
        items: items.map(({ line: _line, ...item }) => item),
      })),
    }
  }

  it("ends like core's own steps, damaged units dismissed", async () => {
    const ours = await shipped("R1")
    await request(ours, [units(line("R1", 0), 1), units(line("R1", 1), 2)])
    const requested = await page(ours)
    await receive(ours, "mprcpt_R1", [
      good(line("R1", 0), 1),
      { line_item_id: line("R1", 1), good: 1, damaged: 1 },
    ])

    const theirs = await shipped("R1core")
    const return_id = await requestByCore(theirs, [
      { id: line("R1core", 0), quantity: 1 },
      { id: line("R1core", 1), quantity: 2 },
    ])
    expect(requested).toEqual(await page(theirs))
    await receiveByCore(
      return_id,
      [
        { id: line("R1core", 0), quantity: 1 },
        { id: line("R1core", 1), quantity: 1 },
      ],
      [{ id: line("R1core", 1), quantity: 1 }]
    )
    expect(await page(ours)).toEqual(await page(theirs))
    expect(await shelves()).toEqual([FULL, FULL - 2])
  })

  it("restocks a single item and a kit of the same item exactly, in separate returns", async () => {
    const { shop } = at()
    const id = await shipped("R2", {
      lines: [
        { variant: shop.mug, quantity: 1 },
        { variant: shop.combo, quantity: 1 },
        { variant: shop.shirt, quantity: 1 },
      ],
    })
    expect(await shelves()).toEqual([FULL - 2, FULL - 4])
    const expected = [0, 1, 2].map((index) => units(line("R2", index), 1))
    const { requested } = await request(id, expected)
    expect(requested).toHaveLength(2)
    expect((await returnsOf(id)).map(({ items }) => items.length)).toEqual([
      2, 1,
    ])
    await receive(
      id,
      "mprcpt_R2",
      expected.map(({ line_item_id }) => good(line_item_id, 1))
    )
    expect(await shelves()).toEqual([FULL, FULL])
    expect((await returnsOf(id)).map(({ status }) => status)).toEqual([
      "received",
      "received",
    ])
  })

  it("is restocked exactly by staff in Medusa as well, and not once more by the scan", async () => {
    const { shop } = at()
    const id = await shipped("R3", {
      lines: [
        { variant: shop.mug, quantity: 1 },
        { variant: shop.combo, quantity: 1 },
      ],
    })
    const expected = [0, 1].map((index) => units(line("R3", index), 1))
    const { requested } = await request(id, expected)
    for (const [index, { return_id }] of requested.entries()) {
      await receiveByCore(return_id, [{ id: line("R3", index), quantity: 1 }])
    }
    expect(await shelves()).toEqual([FULL, FULL])
    const { received } = await receive(id, "mprcpt_R3", [
      good(line("R3", 0), 1),
      damaged(line("R3", 1), 1),
    ])
    expect(received).toEqual([
      {
        receipt_id: "mprcpt_R3",
        return_ids: [],
        found_received: expected,
        not_counted: [],
      },
    ])
    expect(await shelves()).toEqual([FULL, FULL])
  })

  it("takes parts in as they come, and where the goods left from", async () => {
    const { shop } = at()
    const there = shop.other_location_id
    const id = await shipped("R4", {
      lines: [
        { variant: shop.shirt, quantity: 3, location_id: there },
        { variant: shop.mug, quantity: 2 },
      ],
    })
    const before = await shelf("shirt", there)
    await request(id, [units(line("R4", 0), 3), units(line("R4", 1), 2)])
    await receive(id, "mprcpt_R4a", [good(line("R4", 0), 1)])
    expect((await returnsOf(id)).map(({ status }) => status)).toEqual([
      "partially_received",
      "requested",
    ])
    await receive(id, "mprcpt_R4b", [
      good(line("R4", 0), 1),
      good(line("R4", 1), 2),
    ])
    expect(await shelf("shirt", there)).toBe(before + 2)
    expect(await shelf("mug")).toBe(FULL)

    const { closed } = await request(id, [])
    expect(closed).toHaveLength(1)
    expect(await returnsOf(id)).toEqual([
      {
        status: "received",
        location_id: there,
        items: [{ line: line("R4", 0), quantity: 2, received: 2, damaged: 0 }],
      },
      {
        status: "received",
        location_id: shop.location_id,
        items: [{ line: line("R4", 1), quantity: 2, received: 2, damaged: 0 }],
      },
    ])
    expect((await page(id)).items).toEqual([
      [0, 2, 0, 0],
      [0, 2, 0, 0],
    ])
  })

  it("changes nothing when repeated", async () => {
    const id = await shipped("R5")
    const expected = [units(line("R5", 0), 1), units(line("R5", 1), 2)]
    expect((await request(id, expected)).requested).toHaveLength(1)
    expect((await request(id, expected)).requested).toHaveLength(0)
    const lines = [good(line("R5", 0), 1), good(line("R5", 1), 2)]
    const first = await receive(id, "mprcpt_R5", lines)
    const before = await page(id)
    expect(await shelves()).toEqual([FULL, FULL])
    const again = await receive(id, "mprcpt_R5", lines)
    expect(again.received).toEqual(first.received)
    expect(again.effect).toEqual({
      level_ids: [],
      requested: [],
      received: [],
    })
    expect(await page(id)).toEqual(before)
    expect(await shelves()).toEqual([FULL, FULL])
  })

  it("cancels the return of a withdrawn request, and makes a new one when goods come all the same", async () => {
    const id = await shipped("R6")
    await request(id, [units(line("R6", 1), 2)])
    expect((await request(id, [])).closed).toHaveLength(1)
    expect(await returnsOf(id)).toMatchObject([{ status: "canceled" }])
    expect((await page(id)).items).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    await receive(id, "mprcpt_R6", [good(line("R6", 1), 1)])
    expect(await returnsOf(id)).toMatchObject([
      { status: "canceled" },
      { status: "received", items: [{ quantity: 1, received: 1 }] },
    ])
    expect(await shelves()).toEqual([FULL - 1, FULL - 1])
  })

  it("refuses more than went out, and asks for nothing that never did", async () => {
    const { container, shop } = at()
    const draft = hostOrderDraft(shop, "R7")
    await createHostOrdersWorkflow(container).run({
      input: { drafts: [draft] },
    })
    const expected = [units(line("R7", 0), 1)]
    expect((await request(draft.order_id, expected)).requested).toEqual([])
    const { refused, received } = await receive(draft.order_id, "mprcpt_R7", [
      good(line("R7", 0), 1),
    ])
    expect(received).toEqual([])
    expect(refused).toMatchObject([
      { message: expect.stringContaining("More units came back") },
    ])
    expect(await shelves()).toEqual([FULL, FULL])
  })

  it("waits for staff's open change of the order", async () => {
    const id = await shipped("R8")
    const [change] = await orderService(at().container).createOrderChange([
      { order_id: id, change_type: "edit" },
    ])
    const { refused } = await receive(id, "mprcpt_R8", [good(line("R8", 0), 1)])
    expect(refused).toMatchObject([
      { message: expect.stringContaining("open order change") },
    ])
    await orderService(at().container).cancelOrderChange(change.id)
    await receive(id, "mprcpt_R8", [good(line("R8", 0), 1)])
    expect(await shelf("shirt")).toBe(FULL)
  })

  it.each(["the change was begun", "the shelf was filled"])(
    "finishes a receipt that stopped after: %s",
    async (stop) => {
      const { container } = at()
      const key = `S${stop.length}`
      const id = await shipped(key)
      const lines = [
        good(line(key, 0), 1),
        { line_item_id: line(key, 1), good: 1, damaged: 1 },
      ]
      await receive(id, `mprcpt_${key}`, [lines[1]])
      const orders = returnService(container)
      await request(id, [units(line(key, 0), 1)])
      const [, open] = await orders.listReturns({ order_id: id }, {})
      const change_id = `${RECEIVE_PREFIX}_${key}`
      const stock = [
        {
          inventory_item_id: at().shop.shirt.parts[0].inventory_item_id,
          location_id: at().shop.location_id,
          units: 1,
        },
      ]
      await orders.createOrderChange([
        {
          id: change_id,
          order_id: id,
          return_id: open.id,
          change_type: "return_receive",
          metadata: {
            plan: {
              receipt_id: `mprcpt_${key}b`,
              return_id: open.id,
              items: [lines[0]],
              stock,
            },
          },
          actions: [
            {
              action: "RECEIVE_RETURN_ITEM",
              return_id: open.id,
              reference: "return",
              reference_id: open.id,
              details: { reference_id: line(key, 0), quantity: 1 },
            },
          ],
        },
      ])
      if (stop === "the shelf was filled") {
        await restock(container, change_id, stock)
        expect(await shelf("shirt")).toBe(FULL)
      }
      await receive(id, `mprcpt_${key}b`, [lines[0]])
      expect(await shelves()).toEqual([FULL, FULL - 1])
      expect((await page(id)).items).toEqual([
        [0, 1, 0, 0],
        [0, 1, 1, 1],
      ])
      expect(await finishReceives(container, [id])).toEqual([])
      const changes = await receiveChangesOf(container, [id])
      expect(changes.map(({ status }) => status)).toEqual([
        "confirmed",
        "confirmed",
      ])
    }
  )

  it("writes nothing when a level does not change by what came back", async () => {
    const { container } = at()
    const id = await shipped("R9")
    const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await database.raw(`
      CREATE FUNCTION keep_level() RETURNS trigger AS $$
      BEGIN NEW.raw_stocked_quantity := OLD.raw_stocked_quantity;
            NEW.stocked_quantity := OLD.stocked_quantity; RETURN NEW; END
      $$ LANGUAGE plpgsql;
      CREATE TRIGGER keep_level BEFORE UPDATE ON inventory_level
        FOR EACH ROW EXECUTE FUNCTION keep_level();`)
    const { refused } = await receive(id, "mprcpt_R9", [good(line("R9", 0), 1)])
    await database.raw(`DROP FUNCTION keep_level CASCADE`)
    expect(refused).toMatchObject([
      {
        message: expect.stringContaining("came back, but its level went from"),
      },
    ])
    await receive(id, "mprcpt_R9", [good(line("R9", 0), 1)])
    expect(await shelf("shirt")).toBe(FULL)
  })

  it("collects nothing more for a delivery that failed, and keeps what was paid", async () => {
    const cod = await shipped("T1", { payment: "cash_on_delivery" })
    await receive(cod, "mprcpt_T1a", [good(line("T1", 0), 1)])
    expect((await page(cod)).collections).toEqual(["not_paid"])
    await receive(cod, "mprcpt_T1b", [good(line("T1", 1), 2)])
    expect((await page(cod)).collections).toEqual(["canceled"])

    const paid = await shipped("T2")
    await completeHostOrdersWorkflow(at().container).run({
      input: { order_ids: [paid] },
    })
    await receive(paid, "mprcpt_T2", [
      good(line("T2", 0), 1),
      good(line("T2", 1), 2),
    ])
    expect(await page(paid)).toMatchObject({
      status: "completed",
      payment_status: "captured",
      collections: ["completed"],
    })
    expect(await shelves()).toEqual([FULL, FULL])
  })

  it("puts goods of lines without a variant where they belong, once", async () => {
    const { shop } = at()
    const id = await shipped("U1", { lines: [{ variant: null, quantity: 2 }] })
    const stock_of_lines = [
      {
        line_item_id: line("U1", 0),
        location_id: shop.other_location_id,
        parts: shop.combo.parts,
      },
    ]
    const before = await Promise.all([
      shelf("shirt", shop.other_location_id),
      shelf("mug", shop.other_location_id),
    ])
    const lines = [good(line("U1", 0), 2)]
    await receive(id, "mprcpt_U1", lines, { stock_of_lines })
    await receive(id, "mprcpt_U1", lines, { stock_of_lines })
    expect(
      await Promise.all([
        shelf("shirt", shop.other_location_id),
        shelf("mug", shop.other_location_id),
      ])
    ).toEqual([before[0] + 2, before[1] + 6])
    expect(await shelves()).toEqual([FULL, FULL])
  })

  async function requestByCore(
    order_id: string,
    items: { id: string; quantity: number }[]
  ): Promise<string> {
    const { container, shop } = at()
    await beginReturnOrderWorkflow(container).run({
      input: { order_id, location_id: shop.location_id },
    })
    const [row] = await returnService(container).listReturns({ order_id }, {})
    await requestItemReturnWorkflow(container).run({
      input: { return_id: row.id, items },
    })
    await confirmReturnRequestWorkflow(container).run({
      input: { return_id: row.id },
    })
    return row.id
  }

  async function receiveByCore(
    return_id: string,
    received: { id: string; quantity: number }[],
    dismissed: { id: string; quantity: number }[] = []
  ): Promise<void> {
    const { container } = at()
    await beginReceiveReturnWorkflow(container).run({ input: { return_id } })
    await receiveItemReturnRequestWorkflow(container).run({
      input: { return_id, items: received },
    })
    if (dismissed.length) {
      await dismissItemReturnRequestWorkflow(container).run({
        input: { return_id, items: dismissed },
      })
    }
    await confirmReturnReceiveWorkflow(container).run({ input: { return_id } })
  }
}
