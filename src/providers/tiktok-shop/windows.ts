/** Longest window that integrations are known to use; TikTok documents no limit. */
export const MAX_WINDOW_MS = 7 * 24 * 60 * 60 * 1000

/** Unix seconds; the upper bound exclusive. */
export type Window = { from: number; to: number }

/** A range of time in Unix seconds, widened to whole ones, in pieces that TikTok takes. */
export function windowsOf({ from, to }: { from: Date; to: Date }): Window[] {
  const length = MAX_WINDOW_MS / 1000
  const end = Math.ceil(to.getTime() / 1000)
  const windows: Window[] = []
  for (
    let start = Math.floor(from.getTime() / 1000);
    start < end;
    start += length
  ) {
    windows.push({ from: start, to: Math.min(start + length, end) })
  }
  return windows
}
