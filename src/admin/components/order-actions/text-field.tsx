import { Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"

/** A line of text with its name and what it is for. */
export function TextField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Input
        id={id}
        size="small"
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}
