import { messageOf } from "../scripts/host/messages"
import { differences } from "./histories/differences"
import { faultsOf } from "./histories/fault"
import { history } from "./histories/history"
import { brokenInvariants } from "./histories/invariants"
import { SeedResult } from "./histories/report"
import { World } from "./world/world"

/**
 * Lets a seed's history happen once as it should and once with its faults, and judges both ends.
 * A history that comes to an error is broken, and no reason not to run the next one.
 */
export async function runSeed(
  world: World,
  seed: number,
  events: number
): Promise<SeedResult> {
  const begun = Date.now()
  const came_to = await liveTwice(world, seed, events).catch(
    (error: unknown) => ({
      orders: 0,
      hits: {},
      kills: 0,
      broken: [
        {
          invariant: "every_history_ends" as const,
          message: messageOf(error),
        },
      ],
    })
  )
  return { seed, events, ...came_to, seconds: (Date.now() - begun) / 1000 }
}

async function liveTwice(
  world: World,
  seed: number,
  events: number
): Promise<Omit<SeedResult, "seed" | "events" | "seconds">> {
  const happenings = history(seed, events)
  const clean = await world.happen(happenings, [])
  const faulty = await world.happen(happenings, faultsOf(seed, events))
  const even_so = brokenInvariants(clean.state).map((one) => ({
    ...one,
    message: `even without faults, ${one.message}`,
  }))
  return {
    orders: faulty.state.listed.length,
    hits: Object.fromEntries(faulty.hits),
    kills: faulty.kills,
    broken: [
      ...even_so,
      ...brokenInvariants(faulty.state),
      ...differences(faulty.state, clean.state),
    ],
  }
}
