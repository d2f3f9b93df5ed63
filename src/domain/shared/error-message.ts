/**
 * What an error says, fit to be kept and shown.
 *
 * - Medusa's workflows throw the errors of their steps as plain objects, which are no `Error`s
 *   but have a message all the same.
 * - Before what PostgreSQL said Knex writes the whole statement with its values, buyers' data
 *   among them: it is left out.
 */
export function errorMessage(error: unknown): string {
  if (typeof error === "object" && error !== null && "message" in error) {
    const message = String(error.message)
    return isOfDatabase(error) ? (message.split(" - ").at(-1) ?? "") : message
  }
  return String(error)
}

/** True for what PostgreSQL itself said, as its driver throws it. */
export function isOfDatabase(error: unknown): error is { code?: unknown } {
  return (
    typeof error === "object" &&
    error !== null &&
    "severity" in error &&
    "routine" in error
  )
}
