import { isErrorCode } from "./result-line"

export type PreviewCounts = {
  new: number
  changed: number
  unchanged: number
  blocked: number
}

/** Sorts the result codes of a preview by what they mean to the person deciding. */
export function previewCounts(counts: Record<string, number>): PreviewCounts {
  const sum: PreviewCounts = { new: 0, changed: 0, unchanged: 0, blocked: 0 }
  for (const [code, count] of Object.entries(counts ?? {})) {
    if (code === "imported") {
      sum.new += count
    } else if (code === "updated" || code === "moved_back") {
      sum.changed += count
    } else if (isErrorCode(code) && code !== "out_of_window") {
      sum.blocked += count
    } else {
      sum.unchanged += count
    }
  }
  return sum
}
