import { MedusaContainer } from "@medusajs/framework/types"
import { bulkhead, IPolicy, noop } from "cockatiel"
import { lockingInUse } from "../../modules/marketplace-channel/locking-in-use"
import { whileLocked } from "../locks"

const WAIT_SECONDS = 60

/** Batches of one process that hold order locks at once. */
type Batches = {
  here: IPolicy
  /** Those that wait for a marketplace meanwhile: they never stand before the others. */
  asking: IPolicy
}

/** Each keeps a connection while its work needs others: more than three starve the pool. */
const IN_POSTGRES: Batches = {
  here: bulkhead(2, Infinity),
  asking: bulkhead(1, Infinity),
}

const ELSEWHERE: Batches = { here: bulkhead(3, Infinity), asking: noop }

type LockOptions = {
  /** Whether the work calls the marketplace. */
  asks?: boolean
  /** For how long to wait for orders that others work on (seconds). */
  wait_seconds?: number
}

/**
 * Lets one process at a time decide about an order.
 * @throws when one of the orders is not free in time.
 */
export function lockOrders<T>(
  container: MedusaContainer,
  channel_order_ids: string[],
  work: () => Promise<T>,
  { asks = false, wait_seconds = WAIT_SECONDS }: LockOptions = {}
): Promise<T> {
  const keys = channel_order_ids.map((id) => `marketplaces:order:${id}`)
  const batches =
    lockingInUse() === "locking-postgres" ? IN_POSTGRES : ELSEWHERE
  return (asks ? batches.asking : batches.here).execute(() =>
    whileLocked(container, keys, work, { timeout: wait_seconds })
  )
}
