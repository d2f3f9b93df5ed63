import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ClaimState } from "../../domain/statements/claim"
import { mayMoveClaim } from "../../domain/statements/claims/claim-moves"
import type { Claim } from "../lib/types"
import { useChangeClaim } from "./api/claims"
import { useFailureToast } from "./use-failure-toast"

/** Moving claims on, with a way to take it back at once. */
export function useClaimMoves() {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const change = useChangeClaim()

  /** Those that do not take the step are left as they are, and named. */
  const move = async (
    claims: Pick<Claim, "id" | "state">[],
    to: ClaimState,
    onDone?: () => void
  ) => {
    const able = claims.filter(
      ({ state }) => state !== to && mayMoveClaim(state, to)
    )
    const moved: typeof able = []
    for (const claim of able) {
      try {
        await change.mutateAsync({ id: claim.id, state: to })
        moved.push(claim)
      } catch (error) {
        onError(error)
      }
    }
    onDone?.()
    const left = claims.length - able.length
    if (left > 0) {
      toast.warning(t("marketplaces.claims.not_moved", { count: left }))
    }
    const back = moved.filter(({ state }) => mayMoveClaim(to, state))
    if (moved.length > 0) {
      toast.success(
        t("marketplaces.claims.moved", {
          count: moved.length,
          state: t(`marketplaces.claims.state.${to}`),
        }),
        back.length === moved.length
          ? {
              action: {
                label: t("marketplaces.claims.undo"),
                altText: t("marketplaces.claims.undo"),
                onClick: () =>
                  back.forEach(({ id, state }) =>
                    change.mutate({ id, state }, { onError })
                  ),
              },
            }
          : undefined
      )
    }
  }
  return {
    busy: change.isPending,
    move: (
      claims: Pick<Claim, "id" | "state">[],
      to: ClaimState,
      onDone?: () => void
    ) => void move(claims, to, onDone),
  }
}
