import { OrderAction } from "../../domain/orders/order-action"
import { ActionExecutor } from "./action-task"
import { answerConfirmationTask } from "./answer-confirmation-task"

/** Who works off which action. */
export const ACTION_EXECUTORS: Partial<Record<OrderAction, ActionExecutor>> = {
  confirm_order: answerConfirmationTask,
  refuse_order: answerConfirmationTask,
}
