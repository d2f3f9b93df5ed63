import { z } from "@medusajs/framework/zod"
import {
  BUYER_REQUEST_ANSWERS,
  BUYER_REQUEST_KINDS,
  BUYER_REQUEST_STATES,
} from "../../../../domain/returns/buyer-request"
import {
  oneOrSeveral,
  pageFields,
  searchText,
  yesOrNo,
} from "../../../utils/query-schemas"

/** One or several of a list of words. */
const anyOf = (words: readonly string[]) =>
  oneOrSeveral.refine((given) => given.every((word) => words.includes(word)), {
    message: `must be of: ${words.join(", ")}`,
  })

const filters = {
  state: anyOf(BUYER_REQUEST_STATES).optional(),
  kind: anyOf(BUYER_REQUEST_KINDS).optional(),
  channel_id: oneOrSeveral.optional(),
  channel_order_id: oneOrSeveral.optional(),
  q: searchText.optional(),
  overdue_goods: yesOrNo.optional(),
  /** The seller may answer now. */
  to_answer: yesOrNo.optional(),
}

export const GetBuyerRequests = z.object({ ...filters, ...pageFields })
export type GetBuyerRequestsType = z.infer<typeof GetBuyerRequests>

export const GetBuyerRequestCounts = z.object({
  ...filters,
  fields: pageFields.fields,
})
export type GetBuyerRequestCountsType = z.infer<typeof GetBuyerRequestCounts>

export const PostBuyerRequestAnswer = z
  .object({
    answer: z.enum(BUYER_REQUEST_ANSWERS),
    /** One of the request's reject reasons. */
    reason: z.string().trim().min(1).max(500).optional(),
    comment: z.string().trim().min(1).max(500).optional(),
  })
  .strict()
  .refine(({ answer, reason }) => answer === "approve" || reason, {
    message:
      "Say why it is rejected, with one of the reasons of GET /buyer-requests/:id/reject-reasons",
    path: ["reason"],
  })
  .refine(
    ({ answer, reason, comment }) =>
      answer === "reject" || (!reason && !comment),
    { message: "belongs to a rejection only", path: ["reason"] }
  )
export type PostBuyerRequestAnswerType = z.infer<typeof PostBuyerRequestAnswer>
