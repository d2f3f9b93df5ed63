import { Skeleton } from "@medusajs/ui"

/** Stands where rows will be. */
export function LoadingRows({ rows = 3 }: { rows?: number }) {
  return (
    <div aria-busy="true" className="flex flex-col gap-y-3 px-6 py-4">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-8 w-full" />
      ))}
    </div>
  )
}
