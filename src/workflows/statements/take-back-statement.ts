import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { marketplacesOf } from "../marketplaces"
import { judgeDueSettlements } from "./judge-due-settlements"

/**
 * Takes a statement out of the ledger: its lines leave every sum, lines of other statements that
 * counted as their duplicates stand again, and its orders are compared anew. One whose reading
 * broke off goes as well, so that its file can be uploaded again.
 *
 * @throws {MedusaError} NOT_ALLOWED while it is being read.
 */
export async function takeBackStatement(
  container: MedusaContainer,
  statement_id: string
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const statement =
    await marketplaces.retrieveMarketplaceStatement(statement_id)
  if (!(await marketplaces.statements.takeBack(statement))) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This statement is still being read. Wait until its run has ended."
    )
  }
  await judgeDueSettlements(container)
}
