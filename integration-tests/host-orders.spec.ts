import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { join } from "node:path"
import {
  cancelPlainOrder,
  createPlainOrder,
  shipPlainOrder,
} from "../bench/host-orders-baseline"
import {
  createHostOrdersShop,
  hostOrderDraft,
  HostOrdersShop,
} from "../bench/host-orders-shop"
import { OrderDraft } from "../src/domain/orders/order-draft"
import {
  cancelHostOrdersWorkflow,
  completeHostOrdersWorkflow,
  createHostOrdersWorkflow,
  deliverHostOrdersWorkflow,
  releaseUnitsWorkflow,
  reserveUnitsWorkflow,
  restoreHostOrdersWorkflow,
  ShipHostOrder,
  shipHostOrdersWorkflow,
} from "../src/workflows/host-orders"
import { createOrderRows } from "../src/workflows/host-orders/steps/create-order-rows"
import { reserveUnits } from "../src/workflows/host-orders/steps/reserve-units"
import { consumeReservations } from "../src/workflows/host-orders/utils/consume-reservations"
import { loadOrderStates } from "../src/workflows/host-orders/utils/load-order-states"
import {
  MoveRequest,
  planMove,
} from "../src/workflows/host-orders/utils/move-plan"
import { writeFulfillments } from "../src/workflows/host-orders/utils/write-fulfillments"
import { refundPayments } from "../src/workflows/host-orders/utils/refund-payments"
import { loadOrderPayments } from "../src/workflows/host-orders/utils/load-payments"
import { orderService } from "../src/workflows/host-orders/utils/module-services"
import { hostReturns } from "./cases/host-returns"
import { eventually } from "./support/eventually"

const LEVEL_UPDATED = "inventory.inventory-level.updated"
const SHIPPED_AT = new Date("2026-03-02T03:00:00Z")
const DELIVERED_AT = new Date("2026-03-04T05:00:00Z")

medusaIntegrationTestRunner({
  moduleName: "host_orders",
  cwd: join(__dirname, "core-shop"),
  env: { MEDUSA_WORKER_MODE: "server" },
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let shop: HostOrdersShop

    beforeAll(async () => {
      container = getContainer()
      shop = await createHostOrdersShop(container)
    })
    beforeEach(() => {
      container = getContainer()
    })

    const draft = (
      key: string,
      options?: Parameters<typeof hostOrderDraft>[2]
    ) => hostOrderDraft(shop, key, options)

    const create = async (drafts: OrderDraft[]) =>
      (await createHostOrdersWorkflow(container).run({ input: { drafts } }))
        .result

    const ship = async (orders: ShipHostOrder[]) =>
      (await shipHostOrdersWorkflow(container).run({ input: { orders } }))
        .result

    /** The order as the admin's page reads it, without ids and times. */
    async function page(order_id: string) {
      const { result } = await getOrderDetailWorkflow(container).run({
        input: {
          order_id,
          fields: [
            "id",
            "status",
            "version",
            "total",
            "item_total",
            "shipping_total",
            "discount_total",
            "credit_line_total",
            "summary.*",
            "currency_code",
            "email",
            "customer_id",
            "region_id",
            "sales_channel_id",
            "canceled_at",
            "items.*",
            "items.detail.*",
            "items.adjustments.*",
            "shipping_methods.*",
            "transactions.*",
            "credit_lines.*",
            "payment_collections.*",
            "payment_collections.payments.*",
            "payment_collections.payments.captures.*",
            "payment_collections.payments.refunds.*",
            "payment_collections.payment_sessions.*",
            "fulfillments.*",
            "fulfillments.items.*",
            "fulfillments.labels.*",
          ],
        },
      })
      return result as unknown as Record<string, any> // eslint-disable-line @typescript-eslint/no-explicit-any
    }

    const IGNORED = new Set([
      "metadata",
      "created_at",
      "updated_at",
      "deleted_at",
      "completed_at",
      "authorized_at",
      "captured_at",
      "canceled_at",
      "packed_at",
      "shipped_at",
      "delivered_at",
      "display_id",
      "custom_display_id",
    ])

    /** Drops what cannot be the same in two orders: ids and moments (a moment keeps whether it is set). */
    function comparable(value: unknown, key = ""): unknown {
      if (
        ["created_at", "updated_at", "metadata", "product_handle"].includes(key)
      ) {
        return undefined
      }
      if (IGNORED.has(key)) {
        return value == null ? null : "set"
      }
      if (
        /(^|_)id$/.test(key) &&
        !/^(variant|product|provider)_id$/.test(key)
      ) {
        return value == null ? null : "id"
      }
      if (Array.isArray(value)) {
        return value
          .map((one) => comparable(one))
          .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      }
      if (value && typeof value === "object") {
        return Object.fromEntries(
          Object.entries(value)
            .map(([name, inner]) => [name, comparable(inner, name)])
            .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
        )
      }
      return value
    }

    async function levels() {
      const rows = await container
        .resolve(Modules.INVENTORY)
        .listInventoryLevels({}, { take: null })
      return rows
        .map((row) => ({
          item: row.inventory_item_id,
          location: row.location_id,
          stocked: Number(row.stocked_quantity),
          reserved: Number(row.reserved_quantity),
        }))
        .sort((a, b) =>
          `${a.item}${a.location}` < `${b.item}${b.location}` ? -1 : 1
        )
    }

    async function level(
      variant: "shirt" | "mug",
      location_id = shop.location_id
    ) {
      const found = (await levels()).find(
        (row) =>
          row.item === shop[variant].parts[0].inventory_item_id &&
          row.location === location_id
      )
      return found && { stocked: found.stocked, reserved: found.reserved }
    }

    const reservationsOf = (line_item_id: string[]) =>
      container
        .resolve(Modules.INVENTORY)
        .listReservationItems({ line_item_id }, { take: null })

    const lineIds = (one: OrderDraft) => one.items.map(({ id }) => id)

    describe("creating", () => {
      it("makes the order, its reservations, number and captured payment", async () => {
        const one = draft("A1", {
          lines: [
            { variant: shop.shirt, quantity: 2, adjustments: [15_000, -1_000] },
            { variant: shop.combo, quantity: 2 },
          ],
        })
        expect(await create([one])).toEqual({
          created: [one.order_id],
          existing: [],
          refused: [],
        })

        const order = await page(one.order_id)
        expect(order).toMatchObject({
          status: "pending",
          total: one.total,
          email: null,
          customer_id: null,
          payment_status: "captured",
          fulfillment_status: "not_fulfilled",
        })
        expect(order.summary).toMatchObject({
          current_order_total: one.total,
          paid_total: one.total,
          pending_difference: 0,
        })
        expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 4 })
        expect(await level("mug")).toEqual({ stocked: 10_000, reserved: 6 })
        const [named] = await container
          .resolve(Modules.ORDER)
          .listOrders({ id: one.order_id }, { select: ["custom_display_id"] })
        expect(named.custom_display_id).toBe(one.display_id)
      })

      it("ends like core's own workflows, field by field", async () => {
        const one = draft("A2")
        await create([one])
        const plain = await createPlainOrder(container, draft("A2core"))

        const ours = comparable(await page(one.order_id)) as Record<
          string,
          unknown
        >
        const cores = comparable(await page(plain.order_id)) as Record<
          string,
          unknown
        >
        expect(ours).toEqual(cores)

        const strip = (rows: Awaited<ReturnType<typeof reservationsOf>>) =>
          rows
            .map((row) => ({
              item: row.inventory_item_id,
              location: row.location_id,
              quantity: row.quantity,
              allow_backorder: row.allow_backorder,
            }))
            .sort((a, b) => (a.item < b.item ? -1 : 1))
        expect(strip(await reservationsOf(lineIds(one)))).toEqual(
          strip(await reservationsOf(plain.line_item_ids))
        )
      })

      it("announces neither an order nor a payment, and every level", async () => {
        const seen: string[] = []
        container.resolve(Modules.EVENT_BUS).subscribe(
          "*",
          (event: { name: string }) => {
            seen.push(event.name)
            return Promise.resolve()
          },
          { subscriberId: "host-orders-spec-created" }
        )
        await create([draft("A3")])
        await eventually(() =>
          expect(seen).toEqual(
            expect.arrayContaining([
              "order.order.created",
              "inventory.inventory-level.updated",
            ])
          )
        )
        expect(seen).not.toContain("order.placed")
        expect(seen).not.toContain("payment.captured")
      })

      it("changes nothing when repeated", async () => {
        const drafts = [
          draft("B1"),
          draft("B2", { payment: "cash_on_delivery" }),
          draft("B3", {
            payment: "nothing_owed",
            lines: [{ variant: shop.mug, quantity: 1, adjustments: [100_000] }],
            shipping_fee: 0,
          }),
        ]
        await create(drafts)
        const before = {
          levels: await levels(),
          pages: await Promise.all(
            drafts.map(({ order_id }) => page(order_id))
          ),
        }
        expect(await create(drafts)).toEqual({
          created: [],
          existing: drafts.map(({ order_id }) => order_id),
          refused: [],
        })
        expect(await levels()).toEqual(before.levels)
        expect(
          await Promise.all(drafts.map(({ order_id }) => page(order_id)))
        ).toEqual(before.pages)
        expect(before.pages.map((one) => one.payment_status)).toEqual([
          "captured",
          "not_paid",
          "captured",
        ])
      })

      it.each(["orders only", "orders and reservations", "no link"])(
        "completes a run that stopped after: %s",
        async (stop) => {
          const key = `C${stop.length}`
          const whole = draft(`${key}whole`)
          const one = draft(key)
          await create([whole])
          const reference = comparable(await page(whole.order_id))
          if (stop === "no link") {
            await create([one])
            await container.resolve(ContainerRegistrationKeys.LINK).dismiss({
              [Modules.ORDER]: { order_id: one.order_id },
              [Modules.PAYMENT]: { payment_collection_id: `pay_col_${key}` },
            })
          } else {
            await createOrderRows(container, [one])
            if (stop === "orders and reservations") {
              await reserveUnits(container, one.reservations)
            }
          }
          expect(await create([one])).toMatchObject({
            existing: [one.order_id],
            refused: [],
          })
          expect(comparable(await page(one.order_id))).toEqual(reference)
          expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 2 })
          expect(await level("mug")).toEqual({ stocked: 10_000, reserved: 4 })
        }
      )

      it("sets a bad draft aside and makes the others", async () => {
        const drafts = ["D1", "D2", "D3", "D4", "D5"].map((key) => draft(key))
        drafts[2] = draft("D3", {
          lines: [{ variant: shop.shirt, quantity: 1 }],
        })
        drafts[2].items[0].title = null as never
        drafts[4].reservations[0].inventory_item_id = "iitem_gone"
        const result = await create(drafts)
        expect(result.created.sort()).toEqual([
          "order_D1",
          "order_D2",
          "order_D4",
        ])
        expect(result.refused.map((one) => one.channel_order_id)).toEqual([
          "mpord_D3",
          "mpord_D5",
        ])
        expect(result.refused.every(({ message }) => message)).toBe(true)
        expect((await page("order_D4")).payment_status).toBe("captured")
        expect((await reservationsOf(lineIds(drafts[3]))).length).toBe(2)
      })

      it("makes one of drafts that arrive twice at once", async () => {
        const drafts = ["E1", "E2", "E3"].map((key) => draft(key))
        const results = await Promise.all([create(drafts), create(drafts)])
        expect(results.flatMap(({ refused }) => refused)).toEqual([])
        expect(results.flatMap(({ created }) => created).sort()).toEqual([
          "order_E1",
          "order_E2",
          "order_E3",
        ])
        expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 3 })
      })

      it("reserves more than there is, also where nothing was ever counted", async () => {
        const one = draft("F1", {
          lines: [
            { variant: shop.shirt, quantity: 10_001 },
            {
              variant: shop.mug,
              quantity: 1,
              location_id: shop.other_location_id,
            },
          ],
        })
        expect((await create([one])).refused).toEqual([])
        expect(await level("shirt")).toEqual({
          stocked: 10_000,
          reserved: 10_001,
        })
        expect(await level("mug", shop.other_location_id)).toEqual({
          stocked: 0,
          reserved: 1,
        })
      })

      it("uses the units that were held before the order could be made", async () => {
        const one = draft("G1")
        const { result } = await reserveUnitsWorkflow(container).run({
          input: { reservations: [one.reservations[0]] },
        })
        expect(result.created).toEqual([one.reservations[0].id])
        await create([one])
        expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 1 })

        await releaseUnitsWorkflow(container).run({
          input: { line_item_ids: lineIds(one) },
        })
        const { result: again } = await releaseUnitsWorkflow(container).run({
          input: { reservation_ids: one.reservations.map(({ id }) => id) },
        })
        expect(again.released).toEqual([])
        expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 0 })
        await create([one])
        expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 0 })
      })

      it("captures an order that was unpaid at first", async () => {
        const whole = draft("H0")
        await create([whole, draft("H1", { payment: "awaiting_payment" })])
        expect((await page("order_H1")).payment_status).toBe("not_paid")
        await create([draft("H1")])
        await create([draft("H1")])
        expect(comparable(await page("order_H1"))).toEqual(
          comparable(await page("order_H0"))
        )
      })
    })

    describe("moving", () => {
      const everything = (one: OrderDraft) =>
        one.items.map(({ id, quantity }) => ({ id, quantity }))

      it("ships and delivers like core's three workflows, kits included", async () => {
        const lines = [
          { variant: shop.combo, quantity: 2 },
          { variant: shop.mug, quantity: 3 },
        ]
        const one = draft("K1", { lines })
        await create([one])
        const start = await levels()
        expect(
          await ship([
            {
              order_id: one.order_id,
              shipped_at: SHIPPED_AT,
              delivered_at: DELIVERED_AT,
            },
          ])
        ).toEqual({ moved: [one.order_id], unchanged: [], refused: [] })
        const ours = await page(one.order_id)
        const afterOurs = await levels()

        const plain = await createPlainOrder(
          container,
          draft("K1core", { lines })
        )
        await shipPlainOrder(
          container,
          plain.order_id,
          plain.line_item_ids.map((id, index) => ({
            id,
            quantity: lines[index].quantity,
          }))
        )
        const cores = await page(plain.order_id)
        const afterCore = await levels()

        expect(ours).toMatchObject({
          payment_status: "captured",
          fulfillment_status: "delivered",
        })
        const moved = (before: typeof start, after: typeof start) =>
          after.map((row, index) => ({
            stocked: row.stocked - before[index].stocked,
          }))
        expect(moved(start, afterOurs)).toEqual(moved(afterOurs, afterCore))
        expect(afterOurs.map(({ reserved }) => reserved)).toEqual([0, 0])
        expect(afterCore.map(({ reserved }) => reserved)).toEqual([0, 0])

        // One change instead of three, no option, no copy of the address; the rest is core's.
        const same = (order: Record<string, unknown>) => {
          const { version: _version, ...rest } = comparable(order) as Record<
            string,
            unknown
          >
          return JSON.parse(
            JSON.stringify(rest, (key, value: unknown) =>
              [
                "version",
                "shipping_option",
                "shipping_option_id",
                "delivery_address",
                "delivery_address_id",
                "marked_shipped_by",
                "raw_quantity",
              ].includes(key)
                ? undefined
                : value
            )
          )
        }
        expect(same(ours)).toEqual(same(cores))
        expect(ours.version).toBe(2)
        expect(new Date(ours.fulfillments[0].shipped_at)).toEqual(SHIPPED_AT)
        expect(new Date(ours.fulfillments[0].delivered_at)).toEqual(
          DELIVERED_AT
        )
      })

      it("moves many at once, twice, and delivers later", async () => {
        const drafts = Array.from({ length: 7 }, (_, n) => draft(`L${n}`))
        await create(drafts)
        const orders = drafts.map(({ order_id }) => ({
          order_id,
          shipped_at: SHIPPED_AT,
          tracking_numbers: [`SPX-${order_id}`],
        }))
        expect((await ship(orders)).moved.length).toBe(7)
        const after = await levels()
        expect(await level("shirt")).toEqual({ stocked: 9_993, reserved: 0 })
        expect(await level("mug")).toEqual({ stocked: 9_986, reserved: 0 })
        expect(await ship(orders)).toEqual({
          moved: [],
          unchanged: drafts.map(({ order_id }) => order_id),
          refused: [],
        })
        const shipped = await page("order_L3")
        expect(shipped.fulfillment_status).toBe("shipped")
        expect(shipped.fulfillments[0].labels).toMatchObject([
          { tracking_number: "SPX-order_L3" },
        ])

        const deliver = () =>
          deliverHostOrdersWorkflow(container).run({
            input: {
              orders: drafts.map(({ order_id }) => ({
                order_id,
                delivered_at: DELIVERED_AT,
              })),
            },
          })
        expect((await deliver()).result.moved.length).toBe(7)
        expect((await deliver()).result.unchanged.length).toBe(7)
        expect((await page("order_L6")).fulfillment_status).toBe("delivered")
        expect(await levels()).toEqual(after)
      })

      it("ships live units only, then the rest from the same reservation", async () => {
        const one = draft("M1", {
          lines: [
            { variant: shop.combo, quantity: 3 },
            { variant: shop.shirt, quantity: 1 },
          ],
        })
        await create([one])
        const [combo] = one.items
        const first = [
          { order_id: one.order_id, items: [{ id: combo.id, quantity: 2 }] },
        ]
        await ship(first)
        await ship(first)
        expect(await level("shirt")).toEqual({ stocked: 9_998, reserved: 2 })
        expect(await level("mug")).toEqual({ stocked: 9_994, reserved: 3 })
        expect((await page(one.order_id)).fulfillment_status).toBe(
          "partially_shipped"
        )
        await ship([{ order_id: one.order_id }])
        expect(await level("shirt")).toEqual({ stocked: 9_996, reserved: 0 })
        expect(await level("mug")).toEqual({ stocked: 9_991, reserved: 0 })
        expect((await page(one.order_id)).fulfillment_status).toBe("shipped")
      })

      it("takes the units from where they are reserved", async () => {
        const one = draft("N1", {
          lines: [
            { variant: shop.shirt, quantity: 1 },
            {
              variant: shop.mug,
              quantity: 2,
              location_id: shop.other_location_id,
            },
          ],
        })
        await create([one])
        await ship([{ order_id: one.order_id }])
        expect(await level("shirt")).toEqual({ stocked: 9_999, reserved: 0 })
        expect(await level("mug")).toEqual({ stocked: 10_000, reserved: 0 })
        expect(await level("mug", shop.other_location_id)).toEqual({
          stocked: -2,
          reserved: 0,
        })
        const order = await page(one.order_id)
        expect(
          order.fulfillments
            .map((row: { location_id: string }) => row.location_id)
            .sort()
        ).toEqual([shop.location_id, shop.other_location_id].sort())
        expect(order.fulfillment_status).toBe("shipped")
      })

      it("leaves stock alone for lines without a variant", async () => {
        const one = draft("O1", { lines: [{ variant: null, quantity: 2 }] })
        await create([one])
        const before = await levels()
        await ship([{ order_id: one.order_id, delivered_at: DELIVERED_AT }])
        expect(await levels()).toEqual(before)
        expect((await page(one.order_id)).fulfillment_status).toBe("delivered")
      })

      it("refuses what core would refuse, and only that", async () => {
        const drafts = ["P1", "P2", "P3", "P4"].map((key) => draft(key))
        await create(drafts)
        await cancelHostOrdersWorkflow(container).run({
          input: { order_ids: ["order_P1"] },
        })
        await releaseUnitsWorkflow(container).run({
          input: { line_item_ids: lineIds(drafts[1]) },
        })
        await orderService(container).createOrderChange([
          { order_id: "order_P3", change_type: "edit" },
        ])
        const { moved, refused } = await ship(
          ["order_P1", "order_P2", "order_P3", "order_P4", "order_none"].map(
            (order_id) => ({ order_id })
          )
        )
        expect(moved).toEqual(["order_P4"])
        expect(refused.map(({ order_id }) => order_id).sort()).toEqual([
          "order_P1",
          "order_P2",
          "order_P3",
          "order_none",
        ])
        expect(await level("shirt")).toEqual({ stocked: 9_999, reserved: 1 })
      })

      it("goes on with what staff fulfilled by hand", async () => {
        const one = draft("Q1")
        await create([one])
        const { createOrderFulfillmentWorkflow } =
          await import("@medusajs/medusa/core-flows")
        await createOrderFulfillmentWorkflow(container).run({
          input: { order_id: one.order_id, items: everything(one) },
        })
        const after = await levels()
        await ship([{ order_id: one.order_id, delivered_at: DELIVERED_AT }])
        expect(await levels()).toEqual(after)
        const order = await page(one.order_id)
        expect(order.fulfillments.length).toBe(1)
        expect(order.fulfillment_status).toBe("delivered")
        expect(order.items[0].detail).toMatchObject({
          fulfilled_quantity: 1,
          shipped_quantity: 1,
          delivered_quantity: 1,
        })
      })

      it.each([1, 2, 3])(
        "finishes a move that stopped after part %i",
        async (parts) => {
          const key = `R${parts}`
          const one = draft(key, {
            lines: [
              { variant: shop.combo, quantity: 3 },
              { variant: shop.mug, quantity: 1 },
            ],
          })
          await create([one])
          const request: MoveRequest = {
            order_id: one.order_id,
            fulfil: true,
            location_id: null,
            tracking_numbers: ["SPX1"],
            shipped_at: SHIPPED_AT.toISOString(),
            delivered_at: null,
            targets: { [one.items[0].id]: 2, [one.items[1].id]: 1 },
          }
          const state = (await loadOrderStates(container, [one.order_id])).get(
            one.order_id
          )
          const move = state && planMove(state, request, `ordch_mpmove_${key}`)
          if (move?.kind !== "move") {
            throw new Error("nothing planned")
          }
          await orderService(container).createOrderChange([
            {
              id: move.change_id,
              order_id: one.order_id,
              metadata: { plan: move.plan },
              actions: move.actions.map((action) => ({
                action: action.action,
                reference: "fulfillment",
                reference_id: action.fulfillment_id,
                details: {
                  reference_id: action.line_item_id,
                  quantity: action.quantity,
                },
              })),
            },
          ])
          if (parts >= 2) {
            await writeFulfillments(container, [
              { order_id: one.order_id, plan: move.plan },
            ])
          }
          if (parts >= 3) {
            await consumeReservations(container, [move.plan])
          }

          const { moved, refused } = await ship([
            {
              order_id: one.order_id,
              items: [
                { id: one.items[0].id, quantity: 2 },
                { id: one.items[1].id, quantity: 1 },
              ],
            },
          ])
          expect({ moved, refused }).toEqual({
            moved: [one.order_id],
            refused: [],
          })
          expect(await level("shirt")).toEqual({ stocked: 9_998, reserved: 1 })
          expect(await level("mug")).toEqual({ stocked: 9_993, reserved: 3 })
          const order = await page(one.order_id)
          expect(order.fulfillments.length).toBe(1)
          expect(order.fulfillments[0].labels.length).toBe(1)
          expect(new Date(order.fulfillments[0].shipped_at)).toEqual(SHIPPED_AT)
          expect(order.version).toBe(2)
        }
      )

      it("ships once when asked twice at once", async () => {
        const drafts = ["S1", "S2"].map((key) => draft(key))
        await create(drafts)
        const orders = drafts.map(({ order_id }) => ({ order_id }))
        await Promise.all([ship(orders), ship([...orders].reverse())])
        expect(await level("shirt")).toEqual({ stocked: 9_998, reserved: 0 })
        expect((await page("order_S1")).fulfillments.length).toBe(1)
      })

      it("announces the levels after they have changed", async () => {
        const seen: { name: string; stocked?: number }[] = []
        container.resolve(Modules.EVENT_BUS).subscribe(
          "*",
          async (event: { name: string; data: unknown }) => {
            const stocked =
              event.name === LEVEL_UPDATED
                ? (await level("shirt"))?.stocked
                : undefined
            seen.push({ name: event.name, stocked })
          },
          { subscriberId: "host-orders-spec-moved" }
        )
        const names = () => seen.map(({ name }) => name)
        await create([draft("T1")])
        await ship([{ order_id: "order_T1" }])
        await eventually(() => {
          expect(names()).toEqual(
            expect.arrayContaining([
              "order.fulfillment_created",
              "shipment.created",
              "inventory-level.updated",
              "reservation-item.deleted",
            ])
          )
          // Announced before the change, the last one would still read 10,000.
          const updates = seen.filter(({ name }) => name === LEVEL_UPDATED)
          expect(updates[updates.length - 1]?.stocked).toBe(9_999)
        })
      })

      it("completes, and captures what the carrier collected", async () => {
        const drafts = [
          draft("U1", { payment: "cash_on_delivery" }),
          draft("U2"),
        ]
        await create(drafts)
        const order_ids = drafts.map(({ order_id }) => order_id)
        await ship(
          order_ids.map((order_id) => ({
            order_id,
            shipped_at: SHIPPED_AT,
            delivered_at: DELIVERED_AT,
          }))
        )
        const complete = async () =>
          (
            await completeHostOrdersWorkflow(container).run({
              input: { order_ids },
            })
          ).result
        expect((await complete()).completed).toEqual(order_ids)
        expect((await complete()).unchanged).toEqual(order_ids)
        const [collected, prepaid] = await Promise.all(order_ids.map(page))
        expect(collected).toMatchObject({
          status: "completed",
          payment_status: "captured",
        })
        // The transaction belongs to the version in which it was added.
        collected.transactions[0].version = 1
        expect(comparable(collected)).toEqual(comparable(prepaid))
        expect(new Date(collected.payment_collections[0].completed_at)).toEqual(
          DELIVERED_AT
        )
      })
    })

    describe("canceling", () => {
      const cancel = async (order_ids: string[]) =>
        (
          await cancelHostOrdersWorkflow(container).run({
            input: { order_ids },
          })
        ).result

      it("ends a paid order as core's cancel does", async () => {
        const one = draft("V1")
        await create([one])
        expect(await cancel([one.order_id])).toEqual({
          canceled: [one.order_id],
          unchanged: [],
          refused: [],
        })
        const plain = await createPlainOrder(container, draft("V1core"))
        await cancelPlainOrder(container, plain.order_id)
        expect(comparable(await page(one.order_id))).toEqual(
          comparable(await page(plain.order_id))
        )
        expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 0 })
        expect((await page(one.order_id)).payment_status).toBe("refunded")
      })

      it("ends an unpaid order as core's cancel does, less its empty credit line", async () => {
        const one = draft("W1", { payment: "cash_on_delivery" })
        await create([one])
        await cancel([one.order_id])
        const plain = await createPlainOrder(
          container,
          draft("W1core", { payment: "cash_on_delivery" })
        )
        await cancelPlainOrder(container, plain.order_id)
        const core = await page(plain.order_id)
        expect(core.credit_lines).toMatchObject([{ amount: 0 }])
        expect((await page(one.order_id)).credit_lines).toEqual([])
        const withoutVersion = (order: Record<string, unknown>) =>
          JSON.parse(
            JSON.stringify(
              comparable({ ...order, credit_lines: [] }),
              (key, value: unknown) =>
                ["version", "unit_price", "raw_unit_price"].includes(key)
                  ? undefined
                  : value
            )
          )
        expect(withoutVersion(await page(one.order_id))).toEqual(
          withoutVersion(core)
        )
      })

      it("cancels many, reports each, and again changes nothing", async () => {
        const drafts = [
          ...Array.from({ length: 6 }, (_, n) => draft(`X${n}`)),
          draft("X6", { payment: "cash_on_delivery" }),
          draft("X7", { payment: "nothing_owed" }),
          draft("X8"),
          draft("X9"),
        ]
        await create(drafts)
        await ship([{ order_id: "order_X8" }])
        await ship([{ order_id: "order_X9", delivered_at: DELIVERED_AT }])
        await completeHostOrdersWorkflow(container).run({
          input: { order_ids: ["order_X9"] },
        })
        drafts.push(draft("X10"))
        await create(drafts)
        await orderService(container).createOrderChange([
          { order_id: "order_X10", change_type: "edit" },
        ])
        const ids = [...drafts.map(({ order_id }) => order_id), "order_none"]
        const first = await cancel(ids)
        expect(first.canceled).toEqual(ids.slice(0, 8))
        expect(first.refused.map(({ order_id }) => order_id)).toEqual(
          expect.arrayContaining([
            "order_X8",
            "order_X9",
            "order_X10",
            "order_none",
          ])
        )
        const before = await Promise.all(ids.slice(0, 10).map(page))
        const second = await cancel(ids)
        expect(second.unchanged).toEqual(ids.slice(0, 8))
        expect(second.canceled).toEqual([])
        expect(await Promise.all(ids.slice(0, 10).map(page))).toEqual(before)
        expect((await page("order_X10")).payment_status).toBe("captured")
        expect(await level("shirt")).toEqual({ stocked: 9_998, reserved: 1 })
      })

      it("finishes a cancel that stopped after the refunds", async () => {
        const [whole, one] = [draft("Y0"), draft("Y1")]
        await create([whole, one])
        await cancel([whole.order_id])
        const state = (await loadOrderPayments(container, [one.order_id])).get(
          one.order_id
        )
        await refundPayments(container, state ? [state] : [], null)
        await cancel([one.order_id])
        expect(comparable(await page(one.order_id))).toEqual(
          comparable(await page(whole.order_id))
        )
      })

      it("brings an unpaid order back, with new reservations; a refunded one stays", async () => {
        const options = { payment: "cash_on_delivery" as const }
        const one = draft("Z1", options)
        const untouched = draft("Z2", options)
        await create([one, untouched, draft("Z3")])
        await cancel(["order_Z1", "order_Z3"])
        const { result } = await restoreHostOrdersWorkflow(container).run({
          input: { order_ids: ["order_Z1", "order_Z2", "order_Z3"] },
        })
        expect(result).toMatchObject({
          restored: ["order_Z1"],
          unchanged: ["order_Z2"],
          refused: [{ order_id: "order_Z3" }],
        })
        const again = draft("Z1", { ...options, generation: 2 })
        await create([again])
        expect(comparable(await page("order_Z1"))).toEqual(
          comparable(await page("order_Z2"))
        )
        expect(await level("shirt")).toEqual({ stocked: 10_000, reserved: 2 })
        const { moved } = await ship([{ order_id: "order_Z1" }])
        expect(moved).toEqual(["order_Z1"])
      })
    })

    describe("returns", () => hostReturns(() => ({ container, shop })))
  },
})
