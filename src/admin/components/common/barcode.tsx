import { Skeleton } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { fetchBarcode } from "../../lib/barcodes"

/** A barcode that a scanner reads off the screen; its text where it cannot be drawn. */
export function Barcode({ text }: { text: string }) {
  const picture = useQuery({
    queryKey: ["marketplaces", "barcodes", text],
    queryFn: () => fetchBarcode(text),
    staleTime: Infinity,
    retry: false,
  })
  if (picture.isPending) {
    return <Skeleton className="h-10 w-32" />
  }
  return picture.data ? (
    <img
      src={picture.data}
      alt={text}
      className="h-10 max-w-40 rounded bg-white p-0.5"
    />
  ) : (
    <span className="font-mono">{text}</span>
  )
}
