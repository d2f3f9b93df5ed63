import { hash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"

/** A step at a packing table. */
export type TableStep = {
  /** A user id. */
  actor: string
  /** What the table calls the step, to send it again when its answer is lost. */
  request_id?: string
}

/**
 * Id of the row that a step leaves. A step that is sent again under its name has the id of the
 * row that is there; names of two people never mean the same one. Without a name it is new.
 */
export function scanId(
  kind: "scan" | "undo",
  { actor, request_id }: TableStep
): string {
  if (request_id === undefined) {
    return generateEntityId(undefined, "mpscan")
  }
  const name = [kind, actor, request_id.toLowerCase()].join(" ")
  return `mpscan_${hash("sha256", name).slice(0, 26)}`
}
