import { ILockingModule, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { lockingInUse } from "../modules/marketplace-channel/locking-in-use"

/** How long locks of a process that died stay taken (seconds); a living one renews them. */
const LEASE_SECONDS = 20
const INVENTORY = "marketplaces:inventory"
const INVENTORY_WAIT_SECONDS = 30

/**
 * Runs the work while nobody else, in any process, holds one of these keys. Everybody takes
 * keys in the same sequence, so that nobody waits in a circle.
 *
 * Every key is a call of its own. `locking-redis` (2.21) goes for all keys of a call at once:
 * two callers that share two keys may each get one, wait for the other until time is up, and
 * leave what they got locked for a minute. In memory, whoever waited in vain keeps what he got
 * until the key that he waited for is free. With locks in PostgreSQL a call more would be a
 * connection more.
 *
 * @param options.timeout how long to wait for a key (seconds).
 * @throws when a key is not free in time.
 */
export function whileLocked<Result>(
  container: MedusaContainer,
  keys: string[],
  work: () => Promise<Result>,
  { timeout }: { timeout: number }
): Promise<Result> {
  const locking: ILockingModule = container.resolve(Modules.LOCKING)
  const sequence = [...new Set(keys)].sort()
  if (lockingInUse() === "locking-postgres") {
    return locking.execute(sequence, work, { timeout })
  }
  const options = { timeout, expire: LEASE_SECONDS }
  return sequence.reduceRight<() => Promise<Result>>(
    (inner, key) => () => locking.execute([key], inner, options),
    work
  )()
}

/**
 * Runs a workflow of Medusa's that locks many goods in one call, in no fixed sequence. Two such
 * calls could wait for one another in a circle, which locks in memory never leave again, so this
 * plugin makes one at a time over all processes. PostgreSQL breaks circles itself, and a lock
 * more is a connection more there.
 */
export function whileInventoryLocked<Result>(
  container: MedusaContainer,
  work: () => Promise<Result>
): Promise<Result> {
  return lockingInUse() === "locking-postgres"
    ? work()
    : whileLocked(container, [INVENTORY], work, {
        timeout: INVENTORY_WAIT_SECONDS,
      })
}
