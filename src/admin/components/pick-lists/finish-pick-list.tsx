import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFinishPickList } from "../../hooks/api/pick-lists"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { PickListDetail } from "../../lib/types"

/** Ends a wave; asks first while something is still to be fetched. */
export function FinishPickList({
  list,
  left,
}: {
  list: PickListDetail
  /** Units not fetched yet. */
  left: number
}) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const finish = useFinishPickList(list.id)
  const onError = useFailureToast()
  const ask = async () => {
    const sure =
      left <= 0 ||
      (await prompt({
        title: t("marketplaces.pick_lists.finish_title"),
        description: t("marketplaces.pick_lists.finish_left", { count: left }),
        confirmText: t("marketplaces.pick_lists.finish"),
        cancelText: t("marketplaces.actions.cancel"),
        variant: "confirmation",
      }))
    if (sure) {
      finish.mutate(undefined, {
        onSuccess: () =>
          toast.success(t("marketplaces.pick_lists.finished_toast")),
        onError,
      })
    }
  }
  return (
    <Button
      size="small"
      isLoading={finish.isPending}
      onClick={() => void ask()}
    >
      {t("marketplaces.pick_lists.finish")}
    </Button>
  )
}
