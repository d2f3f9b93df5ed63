import { useTranslation } from "react-i18next"
import type { OrderMoney as Money } from "../../../domain/orders/neutral-order"
import { useFormat } from "../../hooks/use-format"
import type { ChannelOrder } from "../../lib/types"
import { DetailRow } from "../common/detail-row"

/** Parts in the order people add them up; the sign says what each does to the total. */
const PARTS: [keyof Money, 1 | -1][] = [
  ["subtotal", 1],
  ["seller_discount", -1],
  ["platform_discount", -1],
  ["shipping_fee", 1],
  ["shipping_seller_discount", -1],
  ["shipping_platform_discount", -1],
  ["tax", 1],
]

/** The money as the marketplace states it; parts that are zero are left out. */
export function OrderMoney({ order }: { order: ChannelOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { money } = order
  return (
    <>
      {money &&
        PARTS.filter(([part]) => money[part] !== 0).map(([part, sign]) => (
          <DetailRow key={part} label={t(`marketplaces.money.${part}`)}>
            {format.money(sign * money[part], order.currency_code)}
          </DetailRow>
        ))}
      <DetailRow label={t("marketplaces.money.total")}>
        <strong>{format.money(order.total, order.currency_code) || "—"}</strong>
      </DetailRow>
      {order.payment && (
        <DetailRow label={t("marketplaces.fields.payment")}>
          {t(`marketplaces.payment.${order.payment}`)}
        </DetailRow>
      )}
    </>
  )
}
