import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ChannelOrder } from "../../lib/types"
import { BlockReasonText } from "./block-reason"
import { BlockRemedy } from "./block-remedy"

/** Why this order is parked, each reason with what removes it. */
export function OrderBlocks({
  order,
  onLink,
  onRun,
}: {
  order: ChannelOrder
  onLink: (listing_id: string) => void
  onRun: (run_id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <ul className="bg-ui-bg-subtle divide-y">
      {order.block_reasons.map(({ code, params }, index) => (
        <li key={`${code}-${index}`} className="flex flex-col gap-2 px-6 py-3">
          <div>
            <Text size="small" weight="plus" className="break-words">
              <BlockReasonText code={code} params={params} />
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {t(`marketplaces.block_hints.${code}`, { defaultValue: "" })}
            </Text>
          </div>
          <div className="flex flex-wrap gap-2">
            <BlockRemedy
              code={code}
              params={params}
              channel_id={order.channel_id}
              listing_id={null}
              order_id={order.id}
              onLink={onLink}
              onRun={onRun}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}
