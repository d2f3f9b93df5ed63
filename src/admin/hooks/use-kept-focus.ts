import { type RefObject, useEffect } from "react"
import { isDialogOpen, isEditable } from "../lib/keyboard"

/**
 * Keeps the focus on the field that a scanner types into. It comes back after a click beside
 * it or on a button, and with the first character that is typed while a button has it; other
 * fields and dialogs keep theirs, and Tab still walks through the page.
 */
export function useKeptFocus(field: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const focus = () => field.current?.focus({ preventScroll: true })
    const busyElsewhere = () => {
      const { activeElement } = document
      return (
        isDialogOpen() ||
        (activeElement !== null &&
          activeElement !== field.current &&
          isEditable(activeElement))
      )
    }
    const regain = () => {
      setTimeout(() => {
        if (!busyElsewhere()) {
          focus()
        }
      })
    }
    const onKey = (event: KeyboardEvent) => {
      const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey
      if (types && event.key !== " " && !busyElsewhere()) {
        focus()
      }
    }
    const onBlur = (event: FocusEvent) => {
      if (event.target === field.current && event.relatedTarget === null) {
        regain()
      }
    }
    focus()
    document.addEventListener("click", regain)
    document.addEventListener("focusout", onBlur)
    window.addEventListener("keydown", onKey, true)
    return () => {
      document.removeEventListener("click", regain)
      document.removeEventListener("focusout", onBlur)
      window.removeEventListener("keydown", onKey, true)
    }
  }, [field])
}
