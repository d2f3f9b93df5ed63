import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useRemoveHandover } from "../../hooks/api/handovers"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { HandoverDetail } from "../../lib/types"

/** Throws an open record away. */
export function RemoveHandover({ handover }: { handover: HandoverDetail }) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const remove = useRemoveHandover(handover.id)
  const onError = useFailureToast()
  const ask = async () => {
    const sure = await prompt({
      title: t("marketplaces.handovers.remove_title", {
        number: handover.number,
      }),
      description: t("marketplaces.handovers.remove_text"),
      confirmText: t("marketplaces.handovers.remove"),
      cancelText: t("marketplaces.actions.cancel"),
    })
    if (sure) {
      remove.mutate(undefined, {
        onSuccess: () => {
          toast.success(t("marketplaces.handovers.removed_toast"))
          void navigate("/marketplaces/handovers")
        },
        onError,
      })
    }
  }
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={remove.isPending}
      onClick={() => void ask()}
    >
      {t("marketplaces.handovers.remove")}
    </Button>
  )
}
