import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { HandoverRow } from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"

/** @throws MedusaError `not_found`. */
export async function requireHandover(
  container: MedusaContainer,
  id: string
): Promise<HandoverRow> {
  const record = await marketplacesOf(container).handovers.find(id)
  if (!record) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no handover record ${id}.`
    )
  }
  return record
}

/** @throws MedusaError `not_found`, `not_allowed` when it is closed. */
export async function requireOpen(
  container: MedusaContainer,
  id: string
): Promise<HandoverRow> {
  const record = await requireHandover(container, id)
  if (record.status !== "open") {
    throw isClosed(record)
  }
  return record
}

export function isClosed({ number }: Pick<HandoverRow, "number">): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Handover record ${number} is closed and stays as it is; open a new one.`
  )
}
