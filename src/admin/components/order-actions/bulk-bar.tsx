import { DropdownMenu } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import { useFormat } from "../../hooks/use-format"
import { useShortcuts } from "../../hooks/use-shortcuts"
import { FIRST_ACTIONS, MORE_ACTIONS, applicable } from "../../lib/order-bulk"
import type { ChannelOrder } from "../../lib/types"
import {
  BAR_BUTTON,
  BarKey,
  BarSeparator,
  SelectionBar,
} from "../common/selection-bar"

const SHORTCUTS: Partial<Record<OrderAction, string>> = {
  arrange_shipment: "a",
  print_waybills: "p",
  print_pick_list: "l",
  confirm_order: "c",
}

/**
 * What can be done with the selected orders, each with how many of them it applies to.
 * The first actions have a letter each; the rest is behind "more".
 */
export function BulkBar({
  orders,
  onAct,
  onClear,
  children,
}: {
  orders: ChannelOrder[]
  onAct: (action: OrderAction) => void
  onClear: () => void
  /** Beside the count, to select more. */
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const countOf = (action: OrderAction) => applicable(action, orders).length

  useShortcuts(
    Object.fromEntries(
      FIRST_ACTIONS.filter((action) => countOf(action) > 0).flatMap(
        (action) => {
          const letter = SHORTCUTS[action]
          return letter ? [[letter, () => onAct(action)]] : []
        }
      )
    )
  )

  return (
    <SelectionBar
      label={t("marketplaces.bulk.selected", { count: orders.length })}
      onClear={onClear}
    >
      {children}
      <BarSeparator />
      {FIRST_ACTIONS.map((action) => {
        const count = countOf(action)
        return (
          <button
            key={action}
            type="button"
            className={BAR_BUTTON}
            disabled={count === 0}
            title={
              count === 0
                ? t("marketplaces.bulk.none")
                : SHORTCUTS[action]?.toUpperCase()
            }
            onClick={() => onAct(action)}
          >
            {t(`marketplaces.order_actions.${action}`)}
            <Count text={format.number(count)} />
            {count > 0 && <BarKey letter={SHORTCUTS[action] ?? ""} spare />}
          </button>
        )
      })}
      <DropdownMenu>
        <DropdownMenu.Trigger className={BAR_BUTTON}>
          {t("marketplaces.order_actions.more")} ▴
        </DropdownMenu.Trigger>
        <DropdownMenu.Content side="top" align="end">
          {MORE_ACTIONS.map((action) => (
            <DropdownMenu.Item
              key={action}
              disabled={countOf(action) === 0}
              className="flex justify-between gap-x-4"
              onSelect={() => onAct(action)}
            >
              {t(`marketplaces.order_actions.${action}`)}
              <span className="text-ui-fg-subtle">
                {format.number(countOf(action))}
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
    </SelectionBar>
  )
}

function Count({ text }: { text: string }) {
  return (
    <span className="bg-ui-contrast-bg-subtle txt-compact-xsmall-plus rounded-full px-1.5">
      {text}
    </span>
  )
}
