import { fetchBlob } from "./sdk"

/** Requests at once; more would only wait for each other. */
const AT_ONCE = 8

/** What a Code 128 can hold, as the server draws it. */
function isDrawable(text: string): boolean {
  return /^[\x20-\x7e]{1,64}$/.test(text)
}

/** The picture of a barcode, as the address of an image. */
export async function fetchBarcode(text: string): Promise<string> {
  const query = new URLSearchParams({ text })
  const blob = await fetchBlob(
    `/admin/marketplaces/barcodes?${query.toString()}`
  )
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await blob.text())}`
}

/** Pictures of barcodes by their text; one that cannot be drawn is left out. */
export async function fetchBarcodes(
  texts: (string | null)[]
): Promise<Map<string, string>> {
  const waiting = [
    ...new Set(texts.flatMap((text) => (text && isDrawable(text) ? text : []))),
  ]
  const pictures = new Map<string, string>()
  const work = async () => {
    for (let text = waiting.pop(); text; text = waiting.pop()) {
      const picture = await fetchBarcode(text).catch(() => null)
      if (picture) {
        pictures.set(text, picture)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return pictures
}
