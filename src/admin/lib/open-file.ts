import { fetchBlob } from "./sdk"
import type { RunFile } from "./types"

/**
 * Put before a page that somebody else wrote: it may show itself, but runs nothing and
 * sends nothing, although it opens under this address.
 */
const HARMLESS =
  '<!doctype html><meta http-equiv="Content-Security-Policy" content="' +
  "default-src 'none'; img-src data: https: http:; font-src data: https:; " +
  "style-src 'unsafe-inline' https:; form-action 'none'; base-uri 'none'" +
  '">'

/** A file's content as something a tab may show. */
export async function viewable(file: RunFile): Promise<Blob> {
  const blob = await fetchBlob(`/admin/marketplaces/files/${file.id}`)
  if (!file.mime_type.includes("html")) {
    return new Blob([blob], { type: file.mime_type })
  }
  return new Blob([HARMLESS, blob], { type: "text/html;charset=utf-8" })
}

/** How long a tab has to load what it was given. */
const KEEP_MS = 10 * 60_000

/** Opens a blob in a new tab. @returns false when the browser did not let it. */
export function openBlob(blob: Blob): boolean {
  const url = URL.createObjectURL(blob)
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
  return window.open(url, "_blank") !== null
}

/** Saves a blob under a name. */
export function saveBlob(blob: Blob, filename: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement("a")
  link.href = url
  link.download = filename
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
}
