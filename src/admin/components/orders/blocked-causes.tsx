import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBlockedCauses } from "../../hooks/api/orders"
import { useFormat } from "../../hooks/use-format"
import { QueryState } from "../common/query-state"
import { BlockReasonText } from "./block-reason"
import { BlockRemedy } from "./block-remedy"

/** What holds orders back, each cause once: how many orders, how much money, and its remedy. */
export function BlockedCauses({
  channel_id,
  onLink,
  onRun,
}: {
  /** Only the causes of this channel, when set. */
  channel_id: string
  onLink: (listing_id: string) => void
  onRun: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const causes = useBlockedCauses(channel_id || undefined)
  return (
    <QueryState query={causes}>
      {(data) => (
        <ul className="max-h-96 divide-y overflow-y-auto">
          {data.causes.map((cause) => (
            <li
              key={`${cause.channel_id}:${cause.code}:${JSON.stringify(cause.params)}`}
              className="flex flex-wrap items-center justify-between gap-3 px-6 py-3"
            >
              <div className="min-w-0 flex-1">
                <Text size="small" weight="plus" className="break-words">
                  <BlockReasonText code={cause.code} params={cause.params} />
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {[
                    typeof cause.params.sku === "string" && cause.params.sku,
                    cause.channel_name,
                    t("marketplaces.orders.count", { count: cause.orders }),
                    format.money(cause.total, cause.currency_code),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
                <Text size="xsmall" className="text-ui-fg-muted">
                  {t(`marketplaces.block_hints.${cause.code}`, {
                    defaultValue: "",
                  })}
                </Text>
              </div>
              <div className="flex flex-wrap items-center gap-2">
                <BlockRemedy
                  code={cause.code}
                  params={cause.params}
                  channel_id={cause.channel_id}
                  listing_id={cause.listing_id}
                  onLink={onLink}
                  onRun={onRun}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  )
}
