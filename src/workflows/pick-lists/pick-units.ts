import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"
import { PickListDetail, readPickList, withPicked } from "./read-pick-list"

/**
 * Notes how many units were fetched, line by line.
 * @throws MedusaError `not_found`, `not_allowed` when the wave has ended, `invalid_data` for
 * a line that the list does not have.
 */
export async function pickUnits(
  container: MedusaContainer,
  id: string,
  picked: Record<string, number>
): Promise<PickListDetail> {
  const list = await readPickList(container, id)
  const { lines } = list
  const unknown = Object.keys(picked).find(
    (key) => !lines.some((line) => line.key === key)
  )
  if (unknown !== undefined) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The pick list has no line ${unknown} (any more).`
    )
  }
  const noted = await marketplacesOf(container).pickLists.setPicked(id, picked)
  if (!noted) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The pick list is finished; make a new one for what is still to be fetched."
    )
  }
  return { ...list, lines: withPicked(lines, noted.picked) }
}

/** Ends a wave; ending it again changes nothing. @throws MedusaError `not_found`. */
export async function finishPickList(
  container: MedusaContainer,
  id: string,
  actor: string
): Promise<PickListDetail> {
  await marketplacesOf(container).pickLists.finish(id, actor)
  return readPickList(container, id)
}
