import { toast } from "@medusajs/ui"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { errorDetail, errorKind } from "../lib/errors"

/** Says what failed and what helps, for actions that have no place of their own on the page. */
export function useFailureToast() {
  const { t } = useTranslation()
  return useCallback(
    (error: unknown) => {
      const kind = errorKind(error)
      const remedy = t(`marketplaces.errors.${kind}.remedy`)
      const detail = errorDetail(error)
      toast.error(t(`marketplaces.errors.${kind}.title`), {
        description: detail ? `${detail} ${remedy}` : remedy,
      })
    },
    [t]
  )
}
