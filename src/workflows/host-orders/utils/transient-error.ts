import { MarketplaceError } from "../../../domain/provider/marketplace-error"
import { errorMessage } from "../../../domain/shared/error-message"

/** SQLSTATE classes: connection, transaction rollback, resources, operator intervention. */
const TRANSIENT_SQLSTATE = /^(08|40|53|57)/
const TRANSIENT_CODE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/
/** As Medusa's locking providers say that somebody else has a lock. */
const LOCK_TAKEN = ["timed-out acquiring lock", "failed to acquire lock"]
const LOCK_TAKEN_MESSAGE = new RegExp(LOCK_TAKEN.join("|"), "i")
const TRANSIENT_MESSAGE = new RegExp(
  [
    ...LOCK_TAKEN,
    "timeout acquiring a connection",
    "unable to acquire a connection",
    "connection terminated",
    "query read timeout",
    // Of pg, for a statement on a connection that was lost before it.
    "is not queryable",
    "deadlock detected",
    "lock timeout",
    // Knex's rollback, in the place of a COMMIT whose connection was lost.
    "transaction query already complete",
    // Locks in Redis, while it is away or was.
    "lost the lock for key",
    "max retries per request limit",
    "connection is closed",
  ].join("|"),
  "i"
)

/**
 * True when the same call may work a moment later (database or Redis away, lock taken),
 * so nobody's order is to blame. Never of a marketplace, whose codes may look like a database's.
 */
export function isTransient(error: unknown): boolean {
  if (
    typeof error !== "object" ||
    error === null ||
    error instanceof MarketplaceError
  ) {
    return false
  }
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (
    typeof code === "string" &&
    (TRANSIENT_CODE.test(code) ||
      (code.length === 5 && TRANSIENT_SQLSTATE.test(code)))
  ) {
    return true
  }
  return typeof message === "string" && TRANSIENT_MESSAGE.test(message)
}

/** True when a lock was not free in time, because somebody else has it. */
export function isLockTaken(error: unknown): boolean {
  return LOCK_TAKEN_MESSAGE.test(errorMessage(error))
}

/** What to tell a person about it. */
export function messageOf(error: unknown): string {
  return errorMessage(error)
}
