import type { ActionFormProps } from "../components/order-actions/order-action-form"
import { type OrderActionInput, useActOnOrders } from "./api/orders"
import { useFailureToast } from "./use-failure-toast"

/** Begins a form's action with orders; a failure is told in a toast. */
export function useOrderAction({
  action,
  onStarted,
}: Pick<ActionFormProps, "action" | "onStarted">) {
  const act = useActOnOrders()
  const onError = useFailureToast()
  return {
    busy: act.isPending,
    start: (orders: { id: string }[], params: OrderActionInput["params"]) =>
      act.mutate(
        { action, ids: orders.map(({ id }) => id), params },
        { onSuccess: ({ run }) => onStarted([run]), onError }
      ),
  }
}
