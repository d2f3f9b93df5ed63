import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCloseHandover } from "../../hooks/api/handovers"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { conditionTotals } from "../../lib/handover-scans"
import type { HandoverDetail, HandoverRefusal } from "../../lib/types"

/** Closes a record, after saying what that does and what is missing. */
export function CloseHandover({
  handover,
  onRefused,
}: {
  handover: HandoverDetail
  onRefused: (refused: HandoverRefusal[]) => void
}) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const close = useCloseHandover(handover.id)
  const onError = useFailureToast()
  const { direction, parcels, missing_count, set_aside } = handover
  const warned = parcels.filter(({ warning }) => warning !== null).length

  const ask = async () => {
    const sentences = [
      t(`marketplaces.handovers.closes_${direction}`, {
        count: parcels.length,
        ...conditionTotals(parcels),
      }),
      missing_count > 0 &&
        t("marketplaces.handovers.closes_missing", { count: missing_count }),
      set_aside.length > 0 &&
        t("marketplaces.handovers.closes_set_aside", {
          count: set_aside.length,
        }),
      warned > 0 &&
        t("marketplaces.handovers.closes_warned", { count: warned }),
      t("marketplaces.handovers.closes_for_good"),
    ]
    const sure = await prompt({
      title: t("marketplaces.handovers.close_title", {
        number: handover.number,
      }),
      description: sentences.filter(Boolean).join(" "),
      confirmText: t("marketplaces.handovers.close"),
      cancelText: t("marketplaces.actions.cancel"),
      variant: "confirmation",
    })
    if (sure) {
      close.mutate(undefined, {
        onSuccess: ({ refused }) => {
          onRefused(refused)
          toast.success(t("marketplaces.handovers.closed_toast"))
        },
        onError,
      })
    }
  }

  return (
    <Button
      size="small"
      disabled={parcels.length === 0}
      isLoading={close.isPending}
      onClick={() => void ask()}
    >
      {t("marketplaces.handovers.close")}
    </Button>
  )
}
