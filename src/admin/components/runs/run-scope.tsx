import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useChannels } from "../../hooks/api/channels"
import { useStatusNames } from "../../hooks/use-status-names"
import type { OrderStatus } from "../../../domain/orders/order-status"
import { grouped, readsOf } from "../../lib/read-scope"
import type { Run } from "../../lib/types"

/** Which statuses an order download reads, where it does not read every one. */
export function RunScope({ run }: { run: Run }) {
  const { t } = useTranslation()
  const nameOf = useStatusNames()
  const reads = readsOf(run)
  const channels = useChannels().data?.channels
  if (!channels || reads.every(({ statuses }) => statuses === null)) {
    return null
  }
  return (
    <ul>
      {reads.map(({ channel_id, statuses }) => (
        <li key={channel_id}>
          <Text size="small" className="text-ui-fg-subtle">
            {channels.find(({ id }) => id === channel_id)?.name ?? channel_id}
            {": "}
            {statuses
              ? t("marketplaces.runs.only_statuses", {
                  statuses: grouped(statuses as OrderStatus[])
                    .map(nameOf)
                    .join(", "),
                })
              : t("marketplaces.runs.every_status")}
          </Text>
        </li>
      ))}
    </ul>
  )
}
