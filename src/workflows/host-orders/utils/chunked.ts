/** The rows in slices of at most `size`, in order. */
export function chunked<Row>(rows: readonly Row[], size: number): Row[][] {
  const slices: Row[][] = []
  for (let at = 0; at < rows.length; at += size) {
    slices.push(rows.slice(at, at + size))
  }
  return slices
}
