import { XMarkMini } from "@medusajs/icons"
import { Kbd, clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

export const BAR_BUTTON =
  "txt-compact-small-plus flex items-center gap-x-1.5 whitespace-nowrap rounded-md px-1.5 2xl:px-2 py-1.5 outline-none hover:bg-ui-contrast-bg-base-hover focus-visible:shadow-borders-focus disabled:opacity-40 disabled:hover:bg-transparent"

/** Lies over the foot of the page while rows are selected: how many, and what can be done with them. */
export function SelectionBar({
  label,
  onClear,
  children,
}: {
  /** Says how many are selected. */
  label: string
  onClear: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-6 z-40 flex justify-center px-2 lg:left-[220px] 2xl:px-4">
      <div
        role="toolbar"
        aria-label={t("marketplaces.bulk.label")}
        className="bg-ui-contrast-bg-base text-ui-contrast-fg-primary shadow-elevation-commandbar pointer-events-auto flex flex-wrap items-center gap-x-1 gap-y-1 rounded-xl px-2 py-1.5"
      >
        <button
          type="button"
          className={clx(BAR_BUTTON, "px-1")}
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
          {label}
        </span>
        {children}
      </div>
    </div>
  )
}

export function BarSeparator() {
  return <span aria-hidden className="bg-ui-contrast-border-base h-5 w-px" />
}

/** The letter that does the same as its button. */
export function BarKey({
  letter,
  spare = false,
}: {
  letter: string
  /** Left out on narrow pages, where the buttons need the room. */
  spare?: boolean
}) {
  return (
    <Kbd
      aria-hidden
      className={clx(
        "bg-ui-contrast-bg-subtle border-ui-contrast-border-base text-ui-contrast-fg-secondary",
        spare && "hidden 2xl:inline-flex"
      )}
    >
      {letter.toUpperCase()}
    </Kbd>
  )
}
