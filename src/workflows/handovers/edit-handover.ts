import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { HandoverScope } from "../../domain/parcels/handover-check"
import { HandoverRow } from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { changeHandover } from "./lock-handover"
import { isClosed, requireOpen } from "./open-handover"

/**
 * Opens a record.
 * @throws MedusaError `not_found` when there is no such channel.
 */
export async function createHandover(
  container: MedusaContainer,
  record: HandoverScope & { created_by: string }
): Promise<HandoverRow> {
  const marketplaces = marketplacesOf(container)
  if (record.channel_id !== null) {
    const known = await marketplaces.listMarketplaceChannels(
      { id: record.channel_id },
      { select: ["id"], withDeleted: true }
    )
    if (!known.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `There is no channel ${record.channel_id}.`
      )
    }
  }
  return marketplaces.handovers.create(record)
}

/** @throws MedusaError `not_found`, `not_allowed` when it is closed. */
export async function noteHandover(
  container: MedusaContainer,
  id: string,
  note: string | null
): Promise<void> {
  const record = await requireOpen(container, id)
  if (!(await marketplacesOf(container).handovers.setNote(id, note))) {
    throw isClosed(record)
  }
}

/**
 * Throws an open record away with its pictures; its parcels stay as they are.
 * @throws MedusaError as {@link changeHandover}.
 */
export async function removeHandover(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const { files, handovers } = marketplacesOf(container)
  await changeHandover(container, id, async (record) => {
    if (!(await handovers.remove(id))) {
      throw isClosed(record)
    }
  })
  const scans = await handovers.scansOf(id)
  await files.discard(scans.flatMap(({ photo_file_ids }) => photo_file_ids))
}
