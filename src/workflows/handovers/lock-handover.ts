import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { HandoverRow } from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { requireOpen } from "./open-handover"

const WAIT_SECONDS = 120

/** Nobody else closes or changes the record until the work is done. */
export function lockHandover<T>(
  container: MedusaContainer,
  id: string,
  work: () => Promise<T>
): Promise<T> {
  return container
    .resolve(Modules.LOCKING)
    .execute([`marketplaces:handover:${id}`], work, { timeout: WAIT_SECONDS })
}

/**
 * Changes what is on an open record, none of which has been carried out yet.
 * @throws MedusaError `not_found`, `not_allowed` when it is closed, or was closed in part before
 * the server stopped: then it can only be closed again.
 */
export function changeHandover<T>(
  container: MedusaContainer,
  id: string,
  change: (record: HandoverRow) => Promise<T>
): Promise<T> {
  return lockHandover(container, id, async () => {
    const record = await requireOpen(container, id)
    if (await marketplacesOf(container).handovers.isBegun(id)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Handover record ${record.number} is closed in part; close it again, it goes on where it stopped.`
      )
    }
    return change(record)
  })
}
