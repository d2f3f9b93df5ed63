import { Hint, Input, Label } from "@medusajs/ui"
import { useId, useState } from "react"

/** A number with its name; what is typed stays as it is while it is being typed. */
export function NumberField({
  label,
  hint,
  value,
  placeholder,
  parse,
  onChange,
}: {
  label: string
  hint?: string
  value: number | null
  /** What an empty field stands for. */
  placeholder: string
  parse: (text: string) => number | null
  onChange: (value: number | null) => void
}) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <NumberInput
        id={id}
        value={value}
        placeholder={placeholder}
        parse={parse}
        onChange={onChange}
      />
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}

/** The same without a name, where the name stands elsewhere. */
export function NumberInput({
  id,
  value,
  placeholder,
  parse,
  onChange,
}: {
  id: string
  value: number | null
  placeholder?: string
  parse: (text: string) => number | null
  onChange: (value: number | null) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      id={id}
      size="small"
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      value={typed ?? (value === null ? "" : String(value))}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(parse(event.target.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
