import { Text, clx } from "@medusajs/ui"

/** One of a few, each with a line that says what it is. */
export function ChoiceCards({
  label,
  choices,
  value,
  disabled,
  onChange,
}: {
  /** What is chosen, for screen readers. */
  label: string
  choices: { id: string; title: string; hint?: string }[]
  value: string | undefined
  disabled?: boolean
  onChange: (id: string) => void
}) {
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-col gap-y-2">
      {choices.map(({ id, title, hint }) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={value === id}
          disabled={disabled}
          onClick={() => onChange(id)}
          className={clx(
            "shadow-borders-base bg-ui-bg-component focus-visible:shadow-borders-focus rounded-lg px-4 py-3 text-left outline-none",
            value === id && "shadow-borders-interactive-with-active"
          )}
        >
          <Text size="small" weight="plus">
            {title}
          </Text>
          {hint && (
            <Text size="small" className="text-ui-fg-subtle">
              {hint}
            </Text>
          )}
        </button>
      ))}
    </div>
  )
}
