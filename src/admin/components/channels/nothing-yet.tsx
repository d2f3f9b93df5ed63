import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { EmptyState } from "../common/empty-state"

/** A list of what channels bring, before there is any: without a channel one is connected first. */
export function NothingYet({
  of,
  noChannels,
  children,
}: {
  of: "orders" | "listings"
  noChannels: boolean
  /** What brings the first ones in. */
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t(`marketplaces.${of}.empty`)}
      hint={t(
        noChannels
          ? `marketplaces.${of}.empty_no_channel`
          : `marketplaces.${of}.empty_hint`
      )}
    >
      {noChannels ? (
        <Button asChild size="small" variant="secondary">
          <Link to="/marketplaces/channels?connect=1">
            {t("marketplaces.channels.connect")}
          </Link>
        </Button>
      ) : (
        children
      )}
    </EmptyState>
  )
}
