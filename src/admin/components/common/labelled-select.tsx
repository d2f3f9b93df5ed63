import { Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { FilterSelect } from "./filter-select"

/** A choice in a form, its name above it. */
export function LabelledSelect({
  label,
  placeholder = label,
  ...select
}: Omit<ComponentProps<typeof FilterSelect>, "wide"> & {
  /** Shown while nothing is chosen. */
  placeholder?: string
}) {
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" weight="plus">
        {label}
      </Text>
      <FilterSelect wide label={placeholder} {...select} />
    </div>
  )
}
