import { useTranslation } from "react-i18next"
import type { BlockReason } from "../../../domain/orders/block-reason"

/** Why an order is parked, in a sentence that names the product, status or warehouse. */
export function BlockReasonText({
  code,
  params,
}: {
  code: string
  params: BlockReason["params"]
}) {
  const { t } = useTranslation()
  return (
    <>
      {t(`marketplaces.block_reasons.${code}`, {
        ...params,
        defaultValue: code,
      })}
    </>
  )
}
