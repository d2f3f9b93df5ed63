import { OrderAction } from "../../domain/orders/order-action"
import {
  BuyerRequestAnswer,
  answersBuyerRequests,
} from "../../domain/provider/answers-buyer-requests"
import { RequestWish } from "../../domain/returns/request-answer"
import { RunContext } from "../runs/run-context"
import { ActionTask, hindranceOf } from "../order-actions/action-task"
import { addOutcome } from "../order-actions/add-outcome"
import { answerRequests } from "./answer-requests"

const WISHES: Partial<
  Record<OrderAction, Pick<RequestWish, "answer" | "about">>
> = {
  approve_cancellation: { answer: "approve", about: "cancellation" },
  reject_cancellation: { answer: "reject", about: "cancellation" },
  approve_return: { answer: "approve", about: "return" },
  reject_return: { answer: "reject", about: "return" },
}

/** As the route checked them. */
type AnswerParams = { request_id?: string; reason?: string; comment?: string }

/** Answers what buyers ask for, where the marketplace lets the seller and the channel works. */
export async function answerRequestsTask(
  context: RunContext,
  task: ActionTask
): Promise<void> {
  const { action, channel, provider, orders, report } = task
  const wish = WISHES[action]
  const hindrance = hindranceOf(channel)
  if (hindrance || !wish || !provider || !answersBuyerRequests(provider)) {
    const outcome = hindrance ?? { ok: false, code: "not_supported" as const }
    await addOutcome(context, channel, orders, outcome)
    return
  }
  const params = task.params as AnswerParams
  await answerRequests(
    context,
    {
      action,
      channel,
      provider,
      wish: { ...wish, external_id: await meantRequest(context, params) },
      answer: toAnswer(wish.answer, params),
    },
    orders,
    report
  )
}

/** A request is named by our id or by the marketplace's. */
async function meantRequest(
  { marketplaces }: RunContext,
  { request_id }: AnswerParams
): Promise<string | null> {
  if (!request_id) {
    return null
  }
  const [request] = await marketplaces.listMarketplaceBuyerRequests(
    { id: request_id },
    { select: ["id", "external_id"] }
  )
  return request?.external_id ?? request_id
}

function toAnswer(
  answer: RequestWish["answer"],
  { reason = "", comment = null }: { reason?: string; comment?: string | null }
): BuyerRequestAnswer {
  return answer === "approve"
    ? { kind: "approve" }
    : { kind: "reject", reason, comment }
}
