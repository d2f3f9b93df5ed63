import { differences } from "./histories/differences"
import { faultsOf } from "./histories/fault"
import { history } from "./histories/history"
import { brokenInvariants } from "./histories/invariants"
import { SeedResult } from "./histories/report"
import { World } from "./world/world"

/** Lets a seed's history happen once as it should and once with its faults, and judges both ends. */
export async function runSeed(
  world: World,
  seed: number,
  events: number
): Promise<SeedResult> {
  const begun = Date.now()
  const happenings = history(seed, events)
  const clean = await world.happen(happenings, [])
  const faulty = await world.happen(happenings, faultsOf(seed, events))
  const even_so = brokenInvariants(clean.state).map((one) => ({
    ...one,
    message: `even without faults, ${one.message}`,
  }))
  return {
    seed,
    events,
    orders: faulty.state.listed.length,
    hits: Object.fromEntries(faulty.hits),
    kills: faulty.kills,
    seconds: (Date.now() - begun) / 1000,
    broken: [
      ...even_so,
      ...brokenInvariants(faulty.state),
      ...differences(faulty.state, clean.state),
    ],
  }
}
