import { type ReactNode, useEffect, useRef } from "react"
import { createPortal } from "react-dom"

/** Only the sheet is printed; the dashboard around it neither shows nor cuts it off. */
const STYLE = `
.marketplaces-sheet { display: none }
@media print {
  html, body { height: auto !important; overflow: visible !important; background: white !important }
  body > *:not(.marketplaces-sheet) { display: none !important }
  .marketplaces-sheet { display: block; color: black; background: white; font: 12px/1.4 sans-serif }
  .marketplaces-sheet h1 { font-size: 20px; font-weight: 600; text-align: center; text-transform: uppercase }
  .marketplaces-sheet table { width: 100%; border-collapse: collapse; margin: 12px 0 }
  .marketplaces-sheet th, .marketplaces-sheet td { border: 1px solid #555; padding: 4px 6px; text-align: left; vertical-align: top }
  .marketplaces-sheet thead { display: table-header-group }
  .marketplaces-sheet tr, .marketplaces-sheet .whole { break-inside: avoid }
  .marketplaces-sheet img { height: 44px; max-width: 240px }
}
@page { size: A4; margin: 12mm }
`

/** Prints its content on paper of its own, once its pictures are there. */
export function PrintSheet({
  title,
  onDone,
  children,
}: {
  /** Name of the file where it is printed into one. */
  title: string
  onDone: () => void
  children: ReactNode
}) {
  const sheet = useRef<HTMLDivElement>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    const before = document.title
    const over = () => done.current()
    let gone = false
    document.title = title
    window.addEventListener("afterprint", over)
    const pictures = [...(sheet.current?.querySelectorAll("img") ?? [])]
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(
      () => {
        if (!gone) {
          window.print()
        }
      }
    )
    return () => {
      gone = true
      document.title = before
      window.removeEventListener("afterprint", over)
    }
  }, [title])
  return createPortal(
    <div ref={sheet} className="marketplaces-sheet">
      <style>{STYLE}</style>
      {children}
    </div>,
    document.body
  )
}
