import { useTranslation } from "react-i18next"
import type { BlockReason } from "../../../domain/orders/block-reason"
import { readable } from "../../lib/result-line"

/** Why an order is parked, in a sentence that names the product, status or warehouse. */
export function BlockReasonText({
  code,
  params,
}: {
  code: string
  params: BlockReason["params"]
}) {
  const { t, i18n } = useTranslation()
  return (
    <>
      {t(`marketplaces.block_reasons.${code}`, {
        ...readable(params, i18n.language),
        defaultValue: code,
      })}
    </>
  )
}
