import { Bench } from "./bench"
import { connects } from "./connects"
import { describesItself } from "./describes-itself"
import { mapsOrders } from "./maps-orders"
import { reads } from "./reads"
import { acceptsWebhooks } from "./receives-webhooks"
import { survivesFaults } from "./survives-faults"
import { ProviderWorld } from "./world"

export type { PassingFault, ProviderWorld, SignedWebhook } from "./world"

/**
 * What every marketplace has to prove; each test gets a world of its own.
 * @param abilities.webhooks false for a marketplace that never calls us.
 */
export function describeProvider(
  name: string,
  setUp: () => ProviderWorld | Promise<ProviderWorld>,
  abilities: { webhooks: boolean } = { webhooks: true }
): void {
  describe(`provider ${name}`, () => {
    let bench: Bench
    const at = () => bench

    beforeEach(async () => {
      bench = new Bench(await setUp())
    })
    afterEach(() => bench.close())

    describesItself(at, abilities)
    connects(at)
    reads(at)
    mapsOrders(at)
    survivesFaults(at)
    if (abilities.webhooks) {
      acceptsWebhooks(at)
    }
  })
}
