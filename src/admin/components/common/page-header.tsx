import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

export function PageHeader({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  /** Actions. */
  children?: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <div>
        <Heading level="h1">{title}</Heading>
        {hint && (
          <Text size="small" className="text-ui-fg-subtle">
            {hint}
          </Text>
        )}
      </div>
      {children && (
        <div className="flex flex-wrap items-center gap-2">{children}</div>
      )}
    </div>
  )
}
