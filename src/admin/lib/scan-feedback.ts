import type { Sound } from "./beep"
import { type ErrorKind, errorDetail, errorKind } from "./errors"
import type { ScanResult } from "./types"

/** What a person at the table is told about the last scan. */
export type ScanFeedback = {
  sound: Sound
  /** It went in, with something to look at. */
  warning: boolean
  code: string
  scanned: string
  /** Key of what is said besides. */
  detail?: string
  /** Fills the sentence of the code. */
  params?: ScanResult["params"]
  /** The server's sentence, where the pages have none for the code. */
  message: string | null
  /** What the server refused it for, which is said instead of the code's hint. */
  refusal?: ErrorKind
}

/** As it is told; the key is new for each, so that the same scan twice is told twice. */
export type ToldScan = ScanFeedback & { key: number }

/** Scans that end something. */
const FINISHING: readonly string[] = ["packed"]
/** Scans that went in although something is odd. */
const WARNING: readonly string[] = ["not_packed"]

/** How a scan sounds and looks. */
export function feedbackOf({
  ok,
  code,
  message,
  scanned,
  params,
}: ScanResult): ScanFeedback {
  return {
    sound: !ok ? "error" : FINISHING.includes(code) ? "done" : "ok",
    warning: ok && WARNING.includes(code),
    code,
    scanned: shownText(scanned),
    message,
    ...(params && { params }),
  }
}

/** Without an answer a scan is repeated; what was refused has a reason first. */
export function failedScan(
  code: "not_recorded" | "not_sent",
  error: unknown,
  scanned: string[]
): ScanFeedback {
  const kind = errorKind(error)
  const refused = kind !== "offline" && kind !== "server"
  return {
    sound: "error",
    warning: false,
    code,
    scanned: scanned.join("  "),
    message: errorDetail(error),
    ...(refused && { refusal: kind }),
  }
}

/** What a table says by itself while the step before has no answer. */
export function unansweredScan(
  code: "no_answer" | "not_taken",
  scanned: string
): ScanFeedback {
  return {
    sound: "error",
    warning: false,
    code,
    scanned: shownText(scanned),
    message: null,
  }
}

/**
 * Nobody knows whether the first of these was counted; the others were not sent.
 * @param refusal why it could not be sent again; null when it was given up.
 */
export function unknownScan(refusal: unknown, scanned: string[]): ScanFeedback {
  return {
    sound: "error",
    warning: false,
    code: "not_known",
    scanned: scanned.map(shownText).join("  "),
    message: null,
    ...(refusal !== null && {
      detail: `marketplaces.errors.${errorKind(refusal)}.title`,
    }),
  }
}

/** An item that is counted by hand has no code. */
function shownText(scanned: string): string {
  return scanned.startsWith("line:") ? "+1" : scanned.trim()
}

/** Key of the sentence below a scan's title. */
export function hintKey({
  code,
  params,
}: Pick<ScanFeedback, "code" | "params">): string {
  const part = params?.number === undefined ? "hint" : "hint_numbered"
  return `marketplaces.scans.${code}.${part}`
}
