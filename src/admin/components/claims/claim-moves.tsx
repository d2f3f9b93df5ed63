import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useClaimMoves } from "../../hooks/use-claim-moves"
import { claimMoveLabel } from "../../lib/claims"
import type { Claim } from "../../lib/types"

/** What can be done with a claim next; what was done last can be taken back right away. */
export function ClaimMoves({ claim }: { claim: Claim }) {
  const { t } = useTranslation()
  const { move, busy } = useClaimMoves()
  const forward = claim.moves.filter((to) =>
    claimMoveLabel(claim.state, to).startsWith("move.")
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
          {t(`marketplaces.claims.${claimMoveLabel(claim.state, to)}`)}
        </Button>
      ))}
    </div>
  )
}
