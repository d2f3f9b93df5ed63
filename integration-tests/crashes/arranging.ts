import { dieAt } from "../support/die-at"
import { eventually } from "../support/eventually"
import { finishRun, ResultLine, Run } from "../support/runs"
import { WHILE_ARRANGING } from "./crash-points"
import { CrashingShop, endOf } from "./shop"

const PARCELS = 100
/** Two leases, and a machine that does much else. */
const MOST_MS = 150_000

type Order = {
  id: string
  external_id: string
  status: string
  raw_status: string
  parcels: { state: string; tracking_number: string | null }[]
}

/** Sắp xếp vận chuyển of a hundred parcels, by a process that is killed again and again. */
export function arrangingDespiteCrashes(at: () => CrashingShop): void {
  describe(`arranging ${PARCELS} parcels`, () => {
    let orders: Order[]
    let run: Run

    beforeAll(async () => {
      const { host, sandbox, tiktok } = at()
      sandbox.tiktok.addOrders(
        Array.from({ length: PARCELS }, () => ({
          lines: [{ seller_sku: "CHEN-DO-60" }],
        }))
      )
      await finishRun(host.admin, "/orders/downloads", {
        channel_ids: [tiktok.id],
      })
      orders = await readOrders(at(), "awaiting_confirmation")
      expect(orders).toHaveLength(PARCELS)
    })

    const arrange = async () => {
      const { body } = await at().host.admin.post<{ run: Run }>(
        "/orders/actions",
        { action: "arrange_shipment", ids: orders.map(({ id }) => id) }
      )
      run = body.run
    }

    /** Those that a reader had in hand when it died are read by others a minute later. */
    const readEachAgain = async (): Promise<Order[]> => {
      await eventually(async () => {
        expect(await readOrders(at(), "awaiting_confirmation")).toEqual([])
      }, MOST_MS)
      return readOrders(at(), "confirmed")
    }

    it.each(WHILE_ARRANGING)("is killed when $when", async (point) => {
      const { host, sandbox } = at()
      const { database_url } = host
      const trap = await point.set({ sandbox, database_url })
      await dieAt(host, trap, run ? host.start : arrange)
    })

    it("has arranged each of them once, of itself", async () => {
      const { host, sandbox } = at()
      await host.start()
      const ended = await endOf(at(), run.id)

      expect(sandbox.tiktok.packages.books()).toMatchObject({
        packages: PARCELS,
        arranged: PARCELS,
        arrangements: PARCELS,
        more_than_once: [],
        // The call that came to nothing was repeated, and no other.
        ship_asks: PARCELS,
      })
      expect(ended).toMatchObject({
        status: "done",
        error: null,
        counts: { arranged: PARCELS },
        progress: { phase: "done", done: PARCELS, total: PARCELS },
      })
      const { body } = await host.admin.get<{ results: ResultLine[] }>(
        `/runs/${run.id}/results?limit=${PARCELS * 2}`
      )
      const ids = (list: { external_id: string }[]) =>
        list.map(({ external_id }) => external_id).sort()
      expect(ids(body.results)).toEqual(ids(orders))
      const confirmed = await readEachAgain()
      expect(ids(confirmed)).toEqual(ids(orders))
      for (const order of confirmed) {
        expect(order).toMatchObject({
          raw_status: "AWAITING_COLLECTION",
          parcels: [{ state: "arranged", tracking_number: expect.any(String) }],
        })
      }
    }, 300_000)
  })
}

async function readOrders(
  { host }: CrashingShop,
  status: string
): Promise<Order[]> {
  const { body } = await host.admin.get<{ orders: Order[] }>(
    `/orders?status=${status}&limit=${PARCELS}`
  )
  return body.orders
}
