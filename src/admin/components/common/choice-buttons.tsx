import { clx } from "@medusajs/ui"

/** One of a few short words, side by side. */
export function ChoiceButtons<TValue extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  /** What is chosen, for screen readers. */
  label: string
  choices: { value: TValue; label: string }[]
  value: TValue
  onChange: (value: TValue) => void
}) {
  return (
    <div role="radiogroup" aria-label={label} className="flex flex-wrap gap-2">
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={value === choice.value}
          onClick={() => onChange(choice.value)}
          className={clx(
            "txt-compact-small-plus shadow-borders-base bg-ui-bg-component focus-visible:shadow-borders-focus rounded-md px-4 py-2 outline-none",
            value === choice.value &&
              "shadow-borders-interactive-with-active text-ui-fg-interactive"
          )}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
