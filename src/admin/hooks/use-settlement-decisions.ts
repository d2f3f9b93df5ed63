import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useConfirmSettlements, useReopenSettlements } from "./api/settlements"
import { useFailureToast } from "./use-failure-toast"
import type { SettlementDecision } from "../lib/types"

/** Confirming and reopening, with a word about what was left as it is. */
export function useSettlementDecisions() {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const confirming = useConfirmSettlements()
  const reopening = useReopenSettlements()

  const tell = (
    done: "confirmed_toast" | "reopened_toast",
    { settlements, refused }: SettlementDecision
  ) => {
    if (settlements.length > 0) {
      toast.success(
        t(`marketplaces.statements.order.${done}`, {
          count: settlements.length,
        })
      )
    }
    if (refused.length > 0) {
      const codes = [...new Set(refused.map(({ code }) => code))]
      toast.warning(
        t("marketplaces.statements.order.refused_toast", {
          count: refused.length,
        }),
        {
          description: codes
            .map((code) => t(`marketplaces.statements.order.refusal.${code}`))
            .join(" "),
        }
      )
    }
  }
  return {
    busy: confirming.isPending || reopening.isPending,
    confirm: (ids: string[], onDone?: () => void) =>
      confirming.mutate(
        { ids },
        {
          onSuccess: (decision) => {
            tell("confirmed_toast", decision)
            onDone?.()
          },
          onError,
        }
      ),
    reopen: (ids: string[], onDone?: () => void) =>
      reopening.mutate(
        { ids },
        {
          onSuccess: (decision) => {
            tell("reopened_toast", decision)
            onDone?.()
          },
          onError,
        }
      ),
  }
}
