import { useState } from "react"
import { fetchBarcodes } from "../lib/barcodes"

/** Gets the barcodes of a sheet, then lets it be printed. */
export function usePrinting() {
  const [preparing, setPreparing] = useState(false)
  const [barcodes, setBarcodes] = useState<Map<string, string> | null>(null)
  return {
    preparing,
    /** Null while nothing is printed. */
    barcodes,
    print: async (texts: (string | null)[]) => {
      setPreparing(true)
      setBarcodes(await fetchBarcodes(texts))
      setPreparing(false)
    },
    done: () => setBarcodes(null),
  }
}
