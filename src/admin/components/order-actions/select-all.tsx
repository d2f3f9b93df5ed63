import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  MOST_ORDERS,
  type OrderQuery,
  fetchOrders,
} from "../../hooks/api/orders"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { ChannelOrder } from "../../lib/types"

/** Selects every order of the list, not just those on the page; nothing when all are selected. */
export function SelectAll({
  query,
  count,
  selected,
  onSelect,
}: {
  query: OrderQuery
  /** Orders in the list. */
  count: number
  selected: number
  onSelect: (orders: ChannelOrder[]) => void
}) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const [reading, setReading] = useState(false)
  const most = Math.min(count, MOST_ORDERS)
  if (selected >= most) {
    return null
  }
  const select = () => {
    setReading(true)
    fetchOrders(query)
      .then(onSelect, onError)
      .finally(() => setReading(false))
  }
  return (
    <button
      type="button"
      disabled={reading}
      onClick={select}
      className="txt-compact-small-plus focus-visible:shadow-borders-focus whitespace-nowrap rounded-md px-2 py-1.5 underline underline-offset-4 outline-none disabled:opacity-40"
    >
      {t(
        count > MOST_ORDERS
          ? "marketplaces.bulk.select_most"
          : "marketplaces.bulk.select_all",
        { count: most }
      )}
    </button>
  )
}
