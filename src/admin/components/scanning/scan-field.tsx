import { type KeyboardEvent, useRef } from "react"
import { useKeptFocus } from "../../hooks/use-kept-focus"

/**
 * The big field that a scanner types into. It keeps what is typed to itself, so that nothing
 * that happens on the page makes it lose a character, and takes Enter or Tab as the end of a
 * code, also in the middle of an input method's composition.
 */
export function ScanField({
  label,
  onScan,
}: {
  /** What to scan now; also the placeholder. */
  label: string
  onScan: (text: string) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const ending = useRef(false)
  useKeptFocus(field)

  const send = () => {
    ending.current = false
    const text = field.current?.value ?? ""
    if (field.current) {
      field.current.value = ""
    }
    if (text.trim()) {
      onScan(text)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const ends =
      event.key === "Enter" ||
      (event.key === "Tab" && !event.shiftKey && event.currentTarget.value)
    if (!ends) {
      return
    }
    event.preventDefault()
    if (event.nativeEvent.isComposing) {
      ending.current = true
    } else {
      send()
    }
  }
  return (
    <input
      ref={field}
      type="text"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      lang="en"
      maxLength={500}
      onKeyDown={onKeyDown}
      onCompositionEnd={() => {
        if (ending.current) {
          setTimeout(send)
        }
      }}
      className="bg-ui-bg-field text-ui-fg-base placeholder:text-ui-fg-muted border-ui-border-strong focus:border-ui-border-interactive h-16 w-full rounded-lg border-2 px-4 font-mono text-2xl outline-none placeholder:font-sans placeholder:text-xl"
    />
  )
}
