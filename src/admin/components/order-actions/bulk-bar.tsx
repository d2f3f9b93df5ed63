import { XMarkMini } from "@medusajs/icons"
import { DropdownMenu, Kbd, clx } from "@medusajs/ui"
import { type ReactNode, useEffect } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../domain/orders/order-action"
import { useFormat } from "../../hooks/use-format"
import { isTyping } from "../../lib/keyboard"
import { FIRST_ACTIONS, MORE_ACTIONS, applicable } from "../../lib/order-bulk"
import type { ChannelOrder } from "../../lib/types"

const SHORTCUTS: Partial<Record<OrderAction, string>> = {
  arrange_shipment: "a",
  print_waybills: "p",
  print_pick_list: "l",
  confirm_order: "c",
}

const BUTTON =
  "txt-compact-small-plus flex items-center gap-x-1.5 whitespace-nowrap rounded-md px-1.5 2xl:px-2 py-1.5 outline-none hover:bg-ui-contrast-bg-base-hover focus-visible:shadow-borders-focus disabled:opacity-40 disabled:hover:bg-transparent"

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

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
        return
      }
      const action = FIRST_ACTIONS.find(
        (one) => SHORTCUTS[one] === event.key.toLowerCase()
      )
      if (action && applicable(action, orders).length > 0) {
        event.preventDefault()
        onAct(action)
      }
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [onAct, orders])

  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-6 z-40 flex justify-center px-2 lg:left-[220px] 2xl:px-4">
      <div
        role="toolbar"
        aria-label={t("marketplaces.bulk.label")}
        className="bg-ui-contrast-bg-base text-ui-contrast-fg-primary shadow-elevation-commandbar pointer-events-auto flex flex-wrap items-center gap-x-1 gap-y-1 rounded-xl px-2 py-1.5"
      >
        <button
          type="button"
          className={clx(BUTTON, "px-1")}
          aria-label={t("marketplaces.bulk.clear")}
          title={t("marketplaces.bulk.clear")}
          onClick={onClear}
        >
          <XMarkMini />
        </button>
        <span
          className="txt-compact-small-plus text-ui-contrast-fg-secondary whitespace-nowrap px-1"
          aria-live="polite"
        >
          {t("marketplaces.bulk.selected", { count: orders.length })}
        </span>
        {children}
        <Separator />
        {FIRST_ACTIONS.map((action) => {
          const count = countOf(action)
          return (
            <button
              key={action}
              type="button"
              className={BUTTON}
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
              {count > 0 && (
                <Kbd className="bg-ui-contrast-bg-subtle border-ui-contrast-border-base text-ui-contrast-fg-secondary hidden 2xl:inline-flex">
                  {SHORTCUTS[action]?.toUpperCase()}
                </Kbd>
              )}
            </button>
          )
        })}
        <DropdownMenu>
          <DropdownMenu.Trigger className={BUTTON}>
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
      </div>
    </div>
  )
}

function Count({ text }: { text: string }) {
  return (
    <span className="bg-ui-contrast-bg-subtle txt-compact-xsmall-plus rounded-full px-1.5">
      {text}
    </span>
  )
}

function Separator() {
  return <span aria-hidden className="bg-ui-contrast-border-base h-5 w-px" />
}
