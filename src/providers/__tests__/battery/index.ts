import { answersBuyers } from "./answers-buyers"
import { arrangesShipmentsOnce } from "./arranges-shipments"
import { Bench } from "./bench"
import { confirmsOrdersOnce } from "./confirms-orders"
import { connects } from "./connects"
import { connectsByFields } from "./connects-by-fields"
import { describesItself } from "./describes-itself"
import { emptiesEventQueue } from "./empties-event-queue"
import { givesWaybillsOut } from "./gives-waybills"
import { mapsOrders } from "./maps-orders"
import { reads } from "./reads"
import { readsStatementFilesOf } from "./reads-statement-files"
import { acceptsWebhooks } from "./receives-webhooks"
import { redactsOrdersOf } from "./redacts-orders"
import { showsStock } from "./shows-stock"
import { readsStatementsOf } from "./reads-statements"
import { tellsIncomeOf } from "./tells-income"
import { survivesFaults } from "./survives-faults"
import { Abilities, ProviderWorld } from "./world"

export type {
  Abilities,
  PassingFault,
  ProviderWorld,
  SignedWebhook,
} from "./world"

/** A test may wait for several attempts that time out, on a machine with other work. */
const TEST_MS = 30_000

/**
 * What every marketplace has to prove; each test gets a world of its own.
 * @param abilities what this one can do besides; it is proved as well.
 */
export function describeProvider(
  name: string,
  setUp: () => ProviderWorld | Promise<ProviderWorld>,
  abilities: Abilities
): void {
  describe(`provider ${name}`, () => {
    jest.setTimeout(TEST_MS)
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
    if (abilities.connect_fields) {
      connectsByFields(at)
    }
    if (abilities.webhooks) {
      acceptsWebhooks(at)
    }
    if (abilities.event_queue) {
      emptiesEventQueue(at)
    }
    if (abilities.order_confirmation) {
      confirmsOrdersOnce(at)
    }
    if (abilities.shipment_arrangement) {
      arrangesShipmentsOnce(at)
    }
    if (abilities.waybills) {
      givesWaybillsOut(at)
    }
    if (abilities.buyer_requests) {
      answersBuyers(at)
    }
    if (abilities.stock) {
      showsStock(at)
    }
    if (abilities.statement_files) {
      readsStatementFilesOf(at)
    }
    if (abilities.statements) {
      readsStatementsOf(at)
    }
    if (abilities.income) {
      tellsIncomeOf(at)
    }
    if (abilities.buyer_erasure) {
      redactsOrdersOf(at)
    }
  })
}
