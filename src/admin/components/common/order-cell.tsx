import { Text } from "@medusajs/ui"

/** A marketplace's order, and the channel that it came by. */
export function OrderCell({
  external_order_id,
  channel_name,
}: {
  external_order_id: string
  channel_name: string | null
}) {
  return (
    <div className="max-w-48 py-1">
      <Text size="small" leading="compact">
        {external_order_id}
      </Text>
      <Text size="xsmall" className="text-ui-fg-muted truncate">
        {channel_name}
      </Text>
    </div>
  )
}
