/** True where keys belong to somebody else: a field, a menu or an open dialog. */
export function isTyping({ target }: Pick<KeyboardEvent, "target">): boolean {
  return isDialogOpen() || (target instanceof Element && isEditable(target))
}

/** True for a letter by itself, pressed once, that is nobody else's. */
export function isShortcut(
  event: Pick<
    KeyboardEvent,
    "altKey" | "ctrlKey" | "metaKey" | "repeat" | "target"
  >
): boolean {
  const { altKey, ctrlKey, metaKey, repeat } = event
  return !(altKey || ctrlKey || metaKey || repeat) && !isTyping(event)
}

/** True while a dialog, drawer, prompt or menu lies over the page. */
export function isDialogOpen(): boolean {
  return (
    document.querySelector(
      '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
    ) !== null
  )
}

export function isEditable(element: Element): boolean {
  return (
    element.closest(
      'input, textarea, select, [contenteditable="true"], [role="combobox"]'
    ) !== null
  )
}
