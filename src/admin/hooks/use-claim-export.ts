import { useState } from "react"
import { useTranslation } from "react-i18next"
import { letterLocale } from "../lib/claims"
import { saveBlob } from "../lib/open-file"
import { type ClaimQuery, fetchClaimsWorkbook } from "./api/claims"
import { useFailureToast } from "./use-failure-toast"

/** Saves claims as a workbook, in the language of the page. */
export function useClaimExport() {
  const { i18n } = useTranslation()
  const onError = useFailureToast()
  const [busy, setBusy] = useState(false)
  const save = async (
    query: Omit<ClaimQuery, "limit" | "offset"> & { id?: string }
  ) => {
    const locale = letterLocale(i18n.language)
    setBusy(true)
    try {
      const blob = await fetchClaimsWorkbook({ ...query, locale })
      saveBlob(blob, locale === "vi" ? "khieu-nai.xlsx" : "claims.xlsx")
    } catch (error) {
      onError(error)
    } finally {
      setBusy(false)
    }
  }
  return { save, busy }
}
