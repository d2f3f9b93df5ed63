import { Input } from "@medusajs/ui"
import { LabelledField } from "../common/labelled-field"

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
  return (
    <LabelledField label={label} hint={hint}>
      {(id) => (
        <Input
          id={id}
          size="small"
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </LabelledField>
  )
}
