import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"

/** Runs whose results are many are rare. */
const BATCH = 50

/** Forgets runs that ended, their results and the files that they made. */
export async function forgetRuns(
  { files, runs }: MarketplaceChannelModuleService,
  before: Date
): Promise<void> {
  for (;;) {
    const ids = await runs.listEndedBefore(before, BATCH)
    if (!ids.length) {
      return
    }
    const made = await files.listOfRuns(ids)
    await files.discard(made.map(({ id }) => id))
    await runs.forget(ids)
  }
}
