import { Router } from "express"
import { Body, Run } from "../../shared/control"
import { PathStatus } from "../orders/life-cycle"
import { Initiator } from "../orders/order"
import { OrderEdit } from "../orders/order-desk"
import { OrderInput } from "../orders/place-order"
import { TikTokShopTwin } from "../twin"

type Placing = { count?: number; seed?: number; orders?: OrderInput[] }
type Advance = { to?: PathStatus; unit_ids?: string[] }
type Cancel = { by?: Initiator; reason?: string; unit_ids?: string[] }

/** What happens to whole orders. */
export function addOrderRoutes(
  router: Router,
  twin: TikTokShopTwin,
  run: Run
): void {
  router.get(
    "/orders/:id",
    run(({ params }) => ({ order: twin.orders.get(params.id) }))
  )
  router.post(
    "/orders",
    run(({ body }: Body<Placing>) => {
      const orders = twin.addOrders(body.orders ?? body.count ?? 1, body.seed)
      return { ids: orders.map(({ id }) => id) }
    })
  )
  router.post(
    "/orders/:id/advance",
    run(({ params, body }: Body<Advance>) => ({
      order: body.unit_ids
        ? twin.packages.arrangePart(params.id, body.unit_ids)
        : twin.orders.advance(params.id, body.to),
    }))
  )
  router.post(
    "/orders/:id/cancel",
    run(({ params, body }: Body<Cancel>) => ({
      order: twin.orders.cancel(
        params.id,
        body.by ?? "BUYER",
        body.reason,
        body.unit_ids
      ),
    }))
  )
  router.post(
    "/orders/:id/request-cancel",
    run(({ params }) => ({
      cancellation: twin.cancellations.request(params.id),
    }))
  )
  router.post(
    "/orders/:id/split",
    run(({ params, body }: Body<{ groups: string[][] }>) => ({
      package_ids: twin.packages.split(params.id, body.groups),
    }))
  )
  for (const verb of ["collect", "deliver", "complete", "refund"] as const) {
    router.post(
      `/orders/:id/${verb}`,
      run(({ params }) => ({ order: twin.orders[verb](params.id) }))
    )
  }
  router.post(
    "/orders/:id/fail",
    run(({ params, body }: Body<{ reason?: string }>) => ({
      order: twin.orders.fail(params.id, body.reason),
    }))
  )
  router.post(
    "/orders/:id",
    run(({ params, body }: Body<OrderEdit>) => ({
      order: twin.orders.edit(params.id, body),
    }))
  )
}
