import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A part of a drawer under a heading. */
export function DrawerSection({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <section>
      <div className="px-6 py-3">
        <Heading level="h3">{title}</Heading>
        {hint && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {hint}
          </Text>
        )}
      </div>
      {children}
    </section>
  )
}
