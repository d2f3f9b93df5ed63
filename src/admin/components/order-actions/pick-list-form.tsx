import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useCreatePickList } from "../../hooks/api/pick-lists"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { FormButtons } from "./form-buttons"
import type { ActionFormProps } from "./order-action-form"

/** Makes one list of the chosen orders and goes to it. */
export function PickListForm({ orders, onClose }: ActionFormProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const create = useCreatePickList()
  const onError = useFailureToast()
  return (
    <FormButtons
      label={t("marketplaces.pick_lists.create")}
      busy={create.isPending}
      onCancel={onClose}
      onGo={() =>
        create.mutate(
          orders.map(({ id }) => id),
          {
            onSuccess: ({ pick_list }) =>
              void navigate(`/marketplaces/pick-lists/${pick_list.id}`),
            onError,
          }
        )
      }
    />
  )
}
