import { inspect } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"

/** What a child process tells the command that started it. */
export type ChildMessage =
  | { type: "ready"; detail: Record<string, unknown> }
  | { type: "failed"; message: string }

/** Sends a message to the parent, when there is one. */
export function tellParent(message: ChildMessage): void {
  process.send?.(message)
}

/** The value of an environment variable that the parent must have set. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new MedusaError(
      MedusaError.Types.INVALID_ARGUMENT,
      `${name} is not set.`
    )
  }
  return value
}

/** The error's own words; whatever else was thrown, as it looks. */
export function messageOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message)
    : inspect(error)
}
