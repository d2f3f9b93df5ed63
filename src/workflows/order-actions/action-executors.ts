import { OrderAction } from "../../domain/orders/order-action"
import { printWaybillsJob } from "../waybills/print-waybills-job"
import { answerRequestsTask } from "../buyer-requests/answer-requests-task"
import { ActionExecutor, ActionJob } from "./action-task"
import { answerConfirmationTask } from "./answer-confirmation-task"
import { arrangeShipmentTask } from "./arrange-shipment-task"
import { markOrdersTask } from "./mark-orders-task"
import { markReturnedTask } from "./mark-returned-task"
import { pickListJob } from "./pick-list-job"
import { undoPackedTask } from "./undo-packed-task"

/** Who works off which action, channel by channel. */
export const ACTION_EXECUTORS: Partial<Record<OrderAction, ActionExecutor>> = {
  confirm_order: answerConfirmationTask,
  refuse_order: answerConfirmationTask,
  arrange_shipment: arrangeShipmentTask,
  mark_packed: markOrdersTask,
  undo_packed: undoPackedTask,
  mark_awaiting_collection: markOrdersTask,
  mark_returned: markReturnedTask,
  approve_cancellation: answerRequestsTask,
  reject_cancellation: answerRequestsTask,
  approve_return: answerRequestsTask,
  reject_return: answerRequestsTask,
}

/** What the marketplace is asked to do; all else is written down here, and at once. */
export const ASKED_OF_MARKETPLACE: ReadonlySet<OrderAction> = new Set([
  "confirm_order",
  "refuse_order",
  "arrange_shipment",
  "approve_cancellation",
  "reject_cancellation",
  "approve_return",
  "reject_return",
])

/** Who works off which action over all channels at once. */
export const ACTION_JOBS: Partial<Record<OrderAction, ActionJob>> = {
  print_waybills: printWaybillsJob,
  print_pick_list: pickListJob,
}
