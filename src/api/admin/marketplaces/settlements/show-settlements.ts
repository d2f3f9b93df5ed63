import { MedusaContainer } from "@medusajs/framework/types"
import { SettlementView } from "../../../../modules/marketplace-channel/read-settlements"
import { findingsMessage } from "../../../../workflows/statements/line-message"
import { readActorNames } from "../orders/read-actor-names"

/** Settlements as the API shows them, with who confirmed them and a sentence in English. */
export async function showSettlements(
  container: MedusaContainer,
  settlements: SettlementView[]
) {
  const names = await readActorNames(
    container,
    settlements.flatMap(({ confirmed_by }) => confirmed_by ?? [])
  )
  return settlements.map((settlement) => ({
    ...settlement,
    confirmed_by_name: settlement.confirmed_by
      ? (names.get(settlement.confirmed_by) ?? null)
      : null,
    message: findingsMessage(settlement.findings),
  }))
}
