import { Hint, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

/** A field with its name above it, and below it what it is for. */
export function LabelledField({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string
  /** @param id that the field has to bear, and that other ids may begin with. */
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {children(id)}
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}
