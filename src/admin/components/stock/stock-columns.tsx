import { Text, clx, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { Stock } from "../../lib/types"
import { ListingName } from "../listings/listing-name"
import { StockReason } from "./stock-reason"
import { StockStateBadge } from "./stock-state-badge"

/** A row of the table; a listing has one. */
export type StockRow = Stock & { id: string }

const column = createDataTableColumnHelper<StockRow>()

/** Columns of the stock table: what should be, what was done about it, and what is. */
export function useStockColumns() {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const units = (value: number | null) =>
      value === null ? "—" : format.number(value)
    const number = (name: "wanted" | "pushed" | "confirmed") =>
      column.accessor(name, {
        header: t(`marketplaces.stock.${name}`),
        headerAlign: "right",
        align: "right",
        size: 64,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right tabular-nums">
            {units(original[name])}
          </div>
        ),
      })
    return [
      column.select(),
      column.accessor("title", {
        header: t("marketplaces.fields.listing"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="max-w-44 xl:max-w-80">
            <ListingName listing={original} />
            <Text
              size="xsmall"
              className="text-ui-fg-muted truncate pb-1 pl-11"
            >
              {original.channel_name}
            </Text>
          </div>
        ),
      }),
      number("wanted"),
      number("pushed"),
      number("confirmed"),
      column.accessor("seen", {
        header: t("marketplaces.stock.seen"),
        headerAlign: "right",
        align: "right",
        size: 80,
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="w-full text-right tabular-nums">
            <span
              className={clx(
                original.behind_since && "text-ui-tag-orange-text font-medium"
              )}
            >
              {units(original.seen)}
            </span>
            {original.unseen > 0 && (
              <Text
                size="xsmall"
                className="text-ui-fg-subtle ml-auto max-w-20 whitespace-normal"
              >
                {t("marketplaces.stock.unseen_short", {
                  units: format.number(original.unseen),
                })}
              </Text>
            )}
          </div>
        ),
      }),
      column.accessor("state", {
        header: t("marketplaces.fields.status"),
        truncateTooltip: false,
        cell: ({ row: { original } }) => (
          <div className="flex max-w-36 flex-col items-start py-1 xl:max-w-72">
            <StockStateBadge state={original.state} />
            {original.behind_since && (
              <Text
                size="xsmall"
                className="text-ui-tag-orange-text whitespace-normal"
              >
                {t("marketplaces.stock.behind_for", {
                  duration: format.duration(original.behind_since),
                })}
              </Text>
            )}
            <StockReason stock={original} short />
          </div>
        ),
      }),
    ]
  }, [format, t])
}
