import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ClaimState } from "../../../domain/statements/claim"
import { useClaimMoves } from "../../hooks/use-claim-moves"
import type { Claim } from "../../lib/types"

/** What can be done with a claim next; what was done last can be taken back right away. */
export function ClaimMoves({ claim }: { claim: Claim }) {
  const { t } = useTranslation()
  const { move, busy } = useClaimMoves()
  const forward = claim.moves.filter((to) =>
    labelOf(claim.state, to).startsWith("move.")
  )
  const back = claim.moves.filter((to) => !forward.includes(to))
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {[...back, ...forward].map((to) => (
        <Button
          key={to}
          size="small"
          variant={to === forward[0] ? "primary" : "secondary"}
          disabled={busy}
          onClick={() => move([claim], to)}
        >
          {t(`marketplaces.claims.${labelOf(claim.state, to)}`)}
        </Button>
      ))}
    </div>
  )
}

/** What a step is called, seen from where the claim is. */
function labelOf(from: ClaimState, to: ClaimState): string {
  if (to === "dropped") {
    return "withdraw"
  }
  if (from === "dropped") {
    return to === "draft" ? "restore" : "restore_sent"
  }
  if (from === "refused" && to === "sent") {
    return "appeal"
  }
  return from === "paid" ||
    to === "draft" ||
    (from === "accepted" && to === "sent")
    ? `back_to.${to}`
    : `move.${to}`
}
