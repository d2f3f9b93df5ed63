import { useTranslation } from "react-i18next"
import type { ChannelOrder } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { Moment } from "../common/moment"
import { EraseBuyer } from "./erase-buyer"

/** Whether the buyer's data is still there, and the way to have it erased. */
export function OrderBuyer({ order }: { order: ChannelOrder }) {
  const { t } = useTranslation()
  return (
    <DetailRow label={t("marketplaces.erasure.label")}>
      {order.buyer_erased_at ? (
        <>
          {t("marketplaces.erasure.erased_at")}{" "}
          <Moment value={order.buyer_erased_at} />
        </>
      ) : (
        <EraseBuyer order={order} />
      )}
    </DetailRow>
  )
}
