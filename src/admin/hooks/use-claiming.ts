import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useCreateClaims } from "./api/claims"
import { useFailureToast } from "./use-failure-toast"

/** Settlements that one request may name. */
const MOST_IDS = 1000

/** Making claims, with a word about what was left out and a way to the new ones. */
export function useClaiming() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const onError = useFailureToast()
  const create = useCreateClaims()

  const claim = (settlement_ids: string[], onDone?: () => void) =>
    create.mutate([...new Set(settlement_ids)].slice(0, MOST_IDS), {
      onSuccess: ({ claims, skipped }) => {
        onDone?.()
        const codes = [...new Set(skipped.map(({ code }) => code))]
        const left = codes
          .map((code) => t(`marketplaces.claims.skipped.${code}`))
          .join(" ")
        if (claims.length > 0) {
          toast.success(
            t("marketplaces.claims.created", { count: claims.length }),
            {
              description: left || undefined,
              action: {
                label: t("marketplaces.claims.see"),
                altText: t("marketplaces.claims.see"),
                onClick: () =>
                  void navigate(
                    claims.length === 1
                      ? `/marketplaces/statements/claims?claim=${claims[0].id}`
                      : "/marketplaces/statements/claims?state=draft"
                  ),
              },
            }
          )
        } else {
          toast.warning(t("marketplaces.claims.none_created"), {
            description: left,
          })
        }
      },
      onError,
    })
  return { claim, busy: create.isPending }
}
