import { Select, clx } from "@medusajs/ui"

/** Radix refuses an empty value, so "all" has a name of its own. */
const ALL = "__all__"

export function FilterSelect({
  label,
  all,
  value,
  options,
  onChange,
  wide = false,
}: {
  /** Read by screen readers. */
  label: string
  /** The choice that filters nothing; left out when one has to be chosen. */
  all?: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
  /** Fills its place, as in a form. */
  wide?: boolean
}) {
  return (
    <Select
      size="small"
      value={value || (all ? ALL : undefined)}
      onValueChange={(chosen) => onChange(chosen === ALL ? "" : chosen)}
    >
      <Select.Trigger
        aria-label={label}
        className={clx(!wide && "w-auto min-w-36 max-w-60")}
      >
        <Select.Value placeholder={label} />
      </Select.Trigger>
      <Select.Content>
        {all && <Select.Item value={ALL}>{all}</Select.Item>}
        {options.map((option) => (
          <Select.Item key={option.value} value={option.value}>
            {option.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
