import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** Nothing here yet, and what to do first. */
export function EmptyState({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  /** The first action to take. */
  children?: ReactNode
}) {
  return (
    <div className="flex w-full flex-col items-center gap-y-4 px-6 py-12 text-center">
      <div className="max-w-lg">
        <Text size="small" weight="plus" leading="compact">
          {title}
        </Text>
        {hint && (
          <Text size="small" className="text-ui-fg-muted">
            {hint}
          </Text>
        )}
      </div>
      {children && (
        <div className="flex flex-wrap justify-center gap-2">{children}</div>
      )}
    </div>
  )
}
