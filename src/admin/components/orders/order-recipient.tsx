import { useTranslation } from "react-i18next"
import type { Recipient } from "../../../domain/orders/neutral-order"
import { DetailRow } from "../common/detail-row"

/** As the marketplace gave it; masked parts stay masked. */
export function OrderRecipient({ recipient }: { recipient: Recipient }) {
  const { t } = useTranslation()
  const address =
    recipient.full_address ??
    [
      recipient.address_1,
      recipient.address_2,
      recipient.city,
      recipient.province,
    ]
      .filter(Boolean)
      .join(", ")
  return (
    <DetailRow label={t("marketplaces.fields.recipient")}>
      {[recipient.name, recipient.phone, address].filter(Boolean).join(" · ") ||
        "—"}
    </DetailRow>
  )
}
