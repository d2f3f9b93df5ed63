import { Hint, Input, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { TypedNumber } from "../../lib/typed-number"

type NumberProps = {
  value: number | null
  /** What an empty field stands for. */
  placeholder?: string
  /** What is said where none is typed. */
  expects: "whole" | "percent"
  parse: (text: string) => TypedNumber
  onChange: (value: number | null) => void
}

/** A number with its name; what is typed stays as it is while it is being typed. */
export function NumberField({
  label,
  hint,
  ...number
}: NumberProps & { label: string; hint?: string }) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <NumberInput id={id} {...number} />
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}

/**
 * The same without a name, where the name stands elsewhere. What is no number changes nothing,
 * and its form is not sent before it is put right.
 */
export function NumberInput({
  id,
  value,
  placeholder,
  expects,
  parse,
  onChange,
}: NumberProps & { id: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const unreadable = typed !== null && parse(typed) === undefined
  return (
    <Input
      id={id}
      size="small"
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      value={typed ?? (value === null ? "" : String(value))}
      aria-invalid={unreadable}
      onChange={({ target }) => {
        const number = parse(target.value)
        setTyped(target.value)
        target.setCustomValidity(
          number === undefined ? t(`marketplaces.numbers.${expects}`) : ""
        )
        if (number !== undefined) {
          onChange(number)
        }
      }}
      onBlur={() => setTyped(unreadable ? typed : null)}
    />
  )
}
