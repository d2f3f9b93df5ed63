import { Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import type { ConnectField } from "../../../domain/provider/authorization"
import { useFormat } from "../../hooks/use-format"

/** The fields a provider asks for; secrets are typed blind and never shown again. */
export function CredentialFields({
  fields,
  values,
  disabled,
  onChange,
}: {
  fields: ConnectField[]
  values: Record<string, string>
  disabled?: boolean
  onChange: (values: Record<string, string>) => void
}) {
  const id = useId()
  const format = useFormat()
  return (
    <>
      {fields.map(({ name, label, help, secret, required }) => (
        <div key={name} className="flex flex-col gap-y-1">
          <Label size="small" weight="plus" htmlFor={`${id}-${name}`}>
            {format.localized(label)}
            {required && <span className="text-ui-fg-error"> *</span>}
          </Label>
          <Input
            id={`${id}-${name}`}
            type={secret ? "password" : "text"}
            autoComplete={secret ? "new-password" : "off"}
            spellCheck={false}
            disabled={disabled}
            aria-required={required}
            aria-describedby={help && `${id}-${name}-help`}
            value={values[name] ?? ""}
            onChange={(event) =>
              onChange({ ...values, [name]: event.target.value })
            }
          />
          {help && (
            <Hint id={`${id}-${name}-help`}>{format.localized(help)}</Hint>
          )}
        </div>
      ))}
    </>
  )
}
