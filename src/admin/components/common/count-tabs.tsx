import { Badge, clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"

export type CountTab = {
  key: string
  label: string
  count: number | undefined
  to: string
  /** Somebody has to act on what is behind this tab. */
  urgent?: boolean
}

/** Tabs with counts; each is a link, so that it can be shared, bookmarked and reached by keyboard. */
export function CountTabs({
  tabs,
  active,
  label,
}: {
  tabs: CountTab[]
  active: string | null
  /** Names the group for screen readers. */
  label: string
}) {
  const format = useFormat()
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1 px-4 py-3">
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          to={tab.to}
          aria-current={tab.key === active ? "page" : undefined}
          className={clx(
            "txt-compact-small-plus flex items-center gap-x-1.5 whitespace-nowrap rounded-full px-2.5 py-1 outline-none transition-fg",
            "text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus",
            tab.key === active &&
              "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
          )}
        >
          {tab.label}
          {tab.count !== undefined && (
            <Badge
              size="2xsmall"
              rounded="full"
              color={tab.urgent && tab.count > 0 ? "orange" : "grey"}
              className={clx(tab.count === 0 && "opacity-50")}
            >
              {format.number(tab.count)}
              {tab.urgent && tab.count > 0 && <span aria-hidden> ⚠</span>}
            </Badge>
          )}
        </Link>
      ))}
    </nav>
  )
}
