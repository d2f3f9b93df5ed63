import { Hint, Label, Switch } from "@medusajs/ui"
import { useId } from "react"

/** Something that may be switched on, and what it does. */
export function SwitchField({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className="flex items-start gap-x-3">
      <Switch
        id={id}
        size="small"
        className="mt-0.5"
        checked={checked}
        onCheckedChange={onChange}
      />
      <div className="flex flex-col">
        <Label size="small" htmlFor={id}>
          {label}
        </Label>
        {hint && <Hint>{hint}</Hint>}
      </div>
    </div>
  )
}
