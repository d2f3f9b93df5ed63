import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { claimMoves } from "../../../../domain/statements/claims/claim-moves"
import { REASON_SENTENCES } from "../../../../domain/statements/claims/claim-words"
import {
  claimInMajorUnit,
  ClaimRow,
} from "../../../../modules/marketplace-channel/read-claims"
import { marketplacesOf } from "../../../../workflows/marketplaces"
import { readActorNames } from "../orders/read-actor-names"

/** Claims as the API shows them, with who made and decided them; amounts in major units. */
export async function showClaims(container: MedusaContainer, rows: ClaimRow[]) {
  const names = await readActorNames(
    container,
    rows.flatMap(({ created_by, decided_by }) => [created_by, decided_by ?? ""])
  )
  return rows.map((row) => ({
    ...claimInMajorUnit(row),
    created_by_name: names.get(row.created_by) ?? null,
    decided_by_name: names.get(row.decided_by ?? "") ?? null,
    moves: claimMoves(row.state),
    message: REASON_SENTENCES[row.reason].en,
  }))
}

/** @throws {MedusaError} NOT_FOUND. */
export async function retrieveClaim(
  container: MedusaContainer,
  id: string
): Promise<ClaimRow> {
  const [claim] = await marketplacesOf(container).claims.list(
    { id: [id] },
    { limit: 1, offset: 0 }
  )
  if (!claim) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no claim ${id}.`
    )
  }
  return claim
}

/** Claims by id, in the order of the ids. */
export async function showClaimsById(
  container: MedusaContainer,
  ids: string[]
) {
  if (!ids.length) {
    return []
  }
  const rows = await marketplacesOf(container).claims.list(
    { id: ids },
    { limit: ids.length, offset: 0 }
  )
  const byId = new Map(
    (await showClaims(container, rows)).map((claim) => [claim.id, claim])
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
