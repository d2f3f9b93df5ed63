/** How long things take (milliseconds). The plugin's own intervals are their defaults. */

/** From "something changed" to the look: what changes meanwhile is taken together. */
export const DEBOUNCE_MS = 1_000
/** Between the database's answer and the marketplace's. */
export const READ_MS = 200
/** From the marketplace's answer to the write's arrival there: at least, and at most more. */
export const WRITE_MS = 200
export const WRITE_QUEUE_MS = 1_500
/** From a written number to the look that reads it back. */
export const READ_BACK_MS = 1_000
/** A refused call is tried again after that. */
export const RETRY_MS = 30_000
/** Between full comparisons. */
export const SWEEP_MS = 60 * 60_000
/** A message of a changed number is on its way so long: at least, and at most more. */
export const MESSAGE_MS = 500
export const MESSAGE_MORE_MS = 1_500
/** Where messages lie in a queue, it is emptied so often. */
export const QUEUE_MS = 15_000
