import {
  IInventoryService,
  Context,
  MedusaContainer,
} from "@medusajs/framework/types"
import { pushesStock } from "../../domain/provider/pushes-stock"
import {
  HoldChanges,
  holdChanges,
  holdName,
  itemsOfChanges,
} from "../../domain/stock/unseen-hold"
import { WantedHold } from "../../modules/marketplace-channel/read-unseen-holds"
import { inventoryTransaction } from "../host-orders/utils/inventory-transaction"
import { marketplacesOf } from "../marketplaces"

/**
 * Has Medusa hold exactly the units that marketplaces have sold and no imported order stands
 * for, so that the shop's own storefront does not sell them again. Holds that nothing stands
 * for any more are released; whatever altered them is put right.
 *
 * What is held is worked out from what is stored, under the locks of the goods: whoever comes
 * last, in any process, leaves what is right by then.
 * @param listing_ids of these listings only; all when null.
 */
export async function holdUnseen(
  container: MedusaContainer,
  listing_ids: string[] | null
): Promise<void> {
  const { stockBook, providers } = marketplacesOf(container)
  const provider_ids = providers
    .list()
    .flatMap(({ id, provider }) => (pushesStock(provider) ? id : []))
  const changesNow = async (transactionManager?: unknown) => {
    const { wanted, held } = await stockBook.readHolds(
      listing_ids,
      provider_ids,
      transactionManager
    )
    return holdChanges(wanted, held)
  }
  const items = itemsOfChanges(await changesNow())
  if (!items.length) {
    return
  }
  await inventoryTransaction(container, items, async (inventory, context) =>
    apply(
      inventory,
      among(items, await changesNow(context.transactionManager)),
      context
    )
  )
}

/** What changed for other goods meanwhile is not under lock: the next look finds it. */
function among(
  items: string[],
  { create, update, remove }: HoldChanges<WantedHold>
): HoldChanges<WantedHold> {
  const locked = ({ inventory_item_id }: { inventory_item_id: string }) =>
    items.includes(inventory_item_id)
  return {
    create: create.filter(locked),
    update: update.filter(locked),
    remove: remove.filter(locked),
  }
}

/** A hold may exceed what is free: the marketplace has sold it already. */
async function apply(
  inventory: IInventoryService,
  { create, update, remove }: HoldChanges<WantedHold>,
  context: Context
): Promise<void> {
  if (remove.length) {
    await inventory.deleteReservationItems(
      remove.map(({ id }) => id),
      context
    )
  }
  if (update.length) {
    await inventory.updateReservationItems(
      update.map(({ id, to }) => ({ id, quantity: to, allow_backorder: true })),
      context
    )
  }
  if (create.length) {
    await inventory.createReservationItems(
      create.map((hold) => ({
        inventory_item_id: hold.inventory_item_id,
        location_id: hold.location_id,
        quantity: hold.quantity,
        external_id: holdName(hold),
        description: `Sold on ${hold.channel_name}, order not read yet`,
        allow_backorder: true,
      })),
      context
    )
  }
}
