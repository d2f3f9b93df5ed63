import { Input } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { TypedNumber } from "../../lib/typed-number"
import { LabelledField } from "./labelled-field"

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
  return (
    <LabelledField label={label} hint={hint}>
      {(id) => <NumberInput id={id} {...number} />}
    </LabelledField>
  )
}

/**
 * The same without a name, where the name stands elsewhere. What is no number changes nothing,
 * and its form is not sent before it is put right, or reset.
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
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const forget = () => {
      input.current?.setCustomValidity("")
      setTyped(null)
    }
    const form = input.current?.form
    form?.addEventListener("reset", forget)
    return () => form?.removeEventListener("reset", forget)
  }, [])
  const unreadable = typed !== null && parse(typed) === undefined
  return (
    <Input
      ref={input}
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
