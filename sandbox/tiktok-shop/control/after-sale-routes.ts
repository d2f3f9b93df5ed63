import { Router } from "express"
import { CancellationInput } from "../after-sales/cancellation-desk"
import { Return } from "../after-sales/return"
import { ReturnInput } from "../after-sales/new-return"
import { ApproveInput, RejectInput } from "../after-sales/return-desk"
import { rejectReasons } from "../after-sales/reject-reasons"
import { Body, Run } from "../../shared/control"
import { TikTokShopTwin } from "../twin"

type Ordered<T> = T & { order_id: string }

/** What buyers ask for, and how it goes on. */
export function addAfterSaleRoutes(
  router: Router,
  twin: TikTokShopTwin,
  run: Run
): void {
  addCancellationRoutes(router, twin, run)
  addReturnRoutes(router, twin, run)
}

function addCancellationRoutes(
  router: Router,
  { cancellations }: TikTokShopTwin,
  run: Run
): void {
  router.get(
    "/cancellations",
    run(({ query }) => ({
      cancellations: query.order_id
        ? cancellations.ofOrder(String(query.order_id))
        : cancellations.list(),
    }))
  )
  router.post(
    "/cancellations",
    run(({ body }: Body<Ordered<CancellationInput>>) => {
      const { order_id, ...input } = body
      return { cancellation: cancellations.request(order_id, input) }
    })
  )
  for (const verb of ["approve", "withdraw", "complete"] as const) {
    router.post(
      `/cancellations/:id/${verb}`,
      run(({ params }) => ({ cancellation: cancellations[verb](params.id) }))
    )
  }
  router.post(
    "/cancellations/:id/reject",
    run(({ params, body }: Body<{ reason?: string }>) => {
      const [first] = rejectReasons("cancellation")
      const reason = body.reason ?? first.name
      return { cancellation: cancellations.reject(params.id, reason) }
    })
  )
}

function addReturnRoutes(
  router: Router,
  { returns }: TikTokShopTwin,
  run: Run
): void {
  router.get(
    "/returns",
    run(({ query }) => ({
      returns: query.order_id
        ? returns.ofOrder(String(query.order_id))
        : returns.list(),
    }))
  )
  router.post(
    "/returns",
    run(({ body }: Body<Ordered<ReturnInput>>) => {
      const { order_id, ...input } = body
      return { return: returns.request(order_id, input) }
    })
  )
  router.post(
    "/returns/:id/approve",
    run(({ params, body }: Body<ApproveInput>) => ({
      return: returns.approve(params.id, body),
    }))
  )
  router.post(
    "/returns/:id/reject",
    run(({ params, body }: Body<RejectInput>) => ({
      return: returns.reject(params.id, body),
    }))
  )
  router.post(
    "/returns/:id/ship-back",
    run(({ params, body }: Body<{ tracking_number?: string }>) => ({
      return: returns.shipBack(params.id, body.tracking_number),
    }))
  )
  router.post(
    "/returns/:id/deliver-back",
    run(({ params }) => ({ return: returns.deliverBack(params.id) }))
  )
  for (const verb of ["complete", "withdraw"] as const) {
    router.post(
      `/returns/:id/${verb}`,
      run(({ params }) => ({ return: returns[verb](params.id) }))
    )
  }
  router.post(
    "/returns/:id/edit",
    run(({ params, body }: Body<ReturnInput>) => ({
      return: returns.edit(params.id, body),
    }))
  )
  router.post(
    "/returns/:id/answer-offer",
    run(({ params, body }: Body<{ accepted?: boolean }>) => ({
      return: returns.answerOffer(params.id, body.accepted !== false),
    }))
  )
  router.post(
    "/returns/:id",
    run(({ params, body }: Body<Partial<Return>>) => ({
      return: returns.set(params.id, body),
    }))
  )
}
