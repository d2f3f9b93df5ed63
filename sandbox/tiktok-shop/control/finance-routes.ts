import { Router } from "express"
import { JsonObject } from "../../../src/domain/shared/json"
import { Body, Run } from "../../shared/control"
import { AdjustInput, SettleInput, Withdrawal } from "../finance/finance-desk"
import { TikTokShopTwin } from "../twin"

/** Without a shop it is the first one. */
type Optional<Input> = Omit<Input, "shop_id"> & { shop_id?: string }

type Move = { shop_id?: string; type: Withdrawal["type"]; amount: number }

/** Money: settling orders, corrections, payouts. */
export function addFinanceRoutes(
  router: Router,
  twin: TikTokShopTwin,
  run: Run
): void {
  const of = <Input extends { shop_id?: string }>(input: Input) => ({
    ...input,
    shop_id: twin.shop(input.shop_id).id,
  })
  router.get(
    "/statements",
    run(({ query }) => {
      const shop_id = query.shop_id ? String(query.shop_id) : undefined
      const { id } = twin.shop(shop_id)
      return {
        statements: twin.finance.statementsOf(id).map((statement) => ({
          ...statement,
          transactions: twin.finance.entriesOf(statement.id),
        })),
        withdrawals: twin.finance.withdrawalsOf(id),
      }
    })
  )
  router.post(
    "/statements/settle",
    run(({ body }: Body<Optional<SettleInput>>) => ({
      transactions: twin.finance.settle(of(body)),
    }))
  )
  router.post(
    "/statements/adjust",
    run(({ body }: Body<Optional<AdjustInput>>) => ({
      transaction: twin.finance.adjust(of(body)),
    }))
  )
  router.post(
    "/statements/withdraw",
    run(({ body }: Body<Move>) => {
      const { shop_id, type, amount } = of(body)
      return { withdrawal: twin.finance.move(shop_id, type, amount) }
    })
  )
  router.post(
    "/statements/:id/pay",
    run(({ params }) => ({ statement: twin.finance.pay(params.id) }))
  )
  router.post(
    "/transactions/:id",
    run(({ params, body }: Body<JsonObject>) => ({
      transaction: twin.finance.edit(params.id, body),
    }))
  )
}
