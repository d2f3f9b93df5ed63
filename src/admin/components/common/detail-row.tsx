import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A name and its value, one row of a section. */
export function DetailRow({
  label,
  children,
}: {
  label: string
  children: ReactNode
}) {
  return (
    <div className="text-ui-fg-subtle grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] items-start gap-x-4 px-6 py-3">
      <Text size="small" weight="plus" leading="compact">
        {label}
      </Text>
      <div className="txt-compact-small break-words">{children}</div>
    </div>
  )
}
