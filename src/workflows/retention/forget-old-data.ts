import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keptSince, RetentionTerm } from "../../domain/retention/retention-days"
import { errorMessage } from "../../domain/shared/error-message"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import { finishErasures } from "../buyers/erase-buyers"
import { marketplacesOf } from "../marketplaces"
import { finishDisconnections } from "./finish-disconnections"
import { forgetCopies } from "./forget-copies"
import { forgetPhotos } from "./forget-photos"
import { forgetRuns } from "./forget-runs"

type Forget = (
  marketplaces: MarketplaceChannelModuleService,
  before: Date
) => Promise<void>

/** How each kind of thing is forgotten once its time is over. */
const FORGET: Record<RetentionTerm, Forget> = {
  orderCopyDays: forgetCopies,
  webhookDays: ({ inbox }, before) => inbox.forgetBefore(before),
  refusalDays: ({ inbox }, before) => inbox.forgetRefusalsBefore(before),
  runDays: forgetRuns,
  // Each file says itself how long it lives.
  waybillDays: ({ files }) => files.removeExpired(),
  photoDays: forgetPhotos,
  authorizationDays: ({ authorizations }, before) =>
    authorizations.forgetBefore(before),
  stockHistoryDays: ({ stockBook }, before) => stockBook.forgetBefore(before),
}

/**
 * Forgets what is older than the shop keeps it, and ends erasures and disconnections that
 * something interrupted. In batches, so that neither memory nor locks grow with what has piled
 * up; stopped in between, the next time goes on. What fails does not keep the rest.
 */
export async function forgetOldData(
  container: MedusaContainer,
  now = new Date()
): Promise<void> {
  const marketplaces = marketplacesOf(container)
  const { days } = marketplaces.retention
  const work: [name: string, () => Promise<void>][] = [
    ["erasures", () => finishErasures(container)],
    ["disconnections", () => finishDisconnections(container)],
    ...(Object.keys(FORGET) as RetentionTerm[]).map(
      (term): [string, () => Promise<void>] => [
        term,
        () => FORGET[term](marketplaces, keptSince(days[term], now)),
      ]
    ),
  ]
  for (const [name, forget] of work) {
    try {
      await forget()
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `marketplaces: forgetting (${name}) failed: ${errorMessage(error)}`
        )
    }
  }
}
