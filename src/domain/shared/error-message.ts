/**
 * What an error says. Medusa's workflows throw the errors of their steps as plain objects,
 * which are no `Error`s but have a message all the same.
 */
export function errorMessage(error: unknown): string {
  if (typeof error === "object" && error !== null && "message" in error) {
    return String(error.message)
  }
  return String(error)
}
