import { Tooltip } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"

/** A time; a relative one carries the exact one as a tooltip. */
export function Moment({
  value,
  relative = false,
  empty = "—",
}: {
  value: string | null | undefined
  relative?: boolean
  empty?: string
}) {
  const format = useFormat()
  if (!value) {
    return <span className="text-ui-fg-muted">{empty}</span>
  }
  const exact = format.dateTime(value)
  if (!relative) {
    return <time dateTime={value}>{exact}</time>
  }
  return (
    <Tooltip content={exact}>
      <time dateTime={value} title={exact}>
        {format.relative(value)}
      </time>
    </Tooltip>
  )
}
