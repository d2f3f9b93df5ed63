import { MarketplaceError } from "../provider/marketplace-error"

/** Errors of the disk and of the database that keep anything from being written. */
export type StorageTrouble = "disk_full" | "database_refuses"

/** PostgreSQL's `disk_full`, and the operating system's word for it. */
const DISK_FULL = ["53100", "ENOSPC"]

/**
 * Out of resources, read only after a failover, shut down, or not to be reached, in PostgreSQL's
 * own codes: a refused connection may have been to anything else.
 */
const DATABASE_REFUSES = [/^53/, /^25006$/, /^57P0/, /^58/, /^08/]

/** How deep an error may be wrapped into others. */
const LAYERS = 5

/** What an error says about the place where everything is written; null when nothing. */
export function storageTrouble(error: unknown): StorageTrouble | null {
  if (error instanceof MarketplaceError) {
    return null
  }
  for (const code of codesOf(error)) {
    if (DISK_FULL.includes(code)) {
      return "disk_full"
    }
    if (DATABASE_REFUSES.some((pattern) => pattern.test(code))) {
      return "database_refuses"
    }
  }
  return null
}

/** A stable word for why work failed: what the marketplace said, the database, or `failed`. */
export function failureCode(error: unknown): string {
  if (error instanceof MarketplaceError) {
    return error.trouble ?? error.kind
  }
  return storageTrouble(error) ?? "failed"
}

function codesOf(error: unknown, layers = LAYERS): string[] {
  if (typeof error !== "object" || error === null || layers === 0) {
    return []
  }
  const { code, cause, previous } = error as Record<string, unknown>
  return [
    ...(typeof code === "string" ? [code] : []),
    ...codesOf(cause, layers - 1),
    ...codesOf(previous, layers - 1),
  ]
}
