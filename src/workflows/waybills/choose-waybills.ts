import { isReprint } from "../../domain/parcels/local-moves"
import { unitsInParcel } from "../../domain/parcels/parcel-contents"
import {
  PickableContents,
  pickingOrder,
} from "../../domain/parcels/picking-order"
import { ChannelAccess } from "../../domain/provider/channel-access"
import {
  GivesWaybills,
  givesWaybills,
} from "../../domain/provider/gives-waybills"
import {
  MarketplaceError,
  needsAuthorization,
} from "../../domain/provider/marketplace-error"
import { noteChannelError } from "../channels/note-channel-error"
import {
  ActedOrder,
  ActionOutcome,
  failureOutcome,
} from "../order-actions/action-result"
import { ActionTask, hindranceOf } from "../order-actions/action-task"
import { channelFailure } from "../order-actions/channel-failure"
import { chosenOf } from "../order-actions/chosen-parcels"
import { refusalOf } from "../order-actions/judge-loaded"
import { outcomeOf } from "../order-actions/parcel-outcome"
import { refreshOrders } from "../order-actions/reread-orders"
import { LoadedParcel, loadParcels } from "../parcels/load-parcels"
import { RunContext } from "../runs/run-context"
import { PrintedParcel } from "./print-checkpoint"

/** A parcel whose waybill is to be printed. */
export type ChosenWaybill = {
  parcel: LoadedParcel
  provider: GivesWaybills
  access: ChannelAccess
}

export type Choice = {
  /** In picking order. */
  chosen: ChosenWaybill[]
  /** Those that are not printed, and why. */
  refused: PrintedParcel[]
}

/**
 * Decides which parcels of the tasks' orders are printed, each once, from orders that are
 * read afresh where that is possible, all channels side by side.
 */
export async function chooseWaybills(
  context: RunContext,
  tasks: ActionTask[],
  has_reason: boolean
): Promise<Choice> {
  const chosen: ChosenWaybill[] = []
  const refused: PrintedParcel[] = []
  const hindrances = await Promise.all(
    tasks.map((task) => hindranceOfPrinting(context, task))
  )
  for (const [index, task] of tasks.entries()) {
    const { channel, provider, orders } = task
    const hindrance = hindrances[index]
    if (hindrance || !provider || !givesWaybills(provider)) {
      const outcome = hindrance ?? { ok: false, code: "not_supported" as const }
      refused.push(...orders.map(({ id }) => ofOrder(channel.id, id, outcome)))
      continue
    }
    const access = context.marketplaces.access.open(channel)
    const ids = orders.map(({ id }) => id)
    const stopped: LoadedParcel[] = []
    const taken = new Set(
      await context.marketplaces.printClaims.take(context.run.id, ids)
    )
    const loaded = await loadParcels(context.container, ids)
    for (const parcel of chosenOf(task, loaded)) {
      const refusal =
        refusalOfPrinting(parcel, orders, has_reason) ??
        claimedElsewhere(parcel, taken)
      if (refusal) {
        refused.push(printed(parcel, refusal))
        stopped.push(parcel)
      } else {
        chosen.push({ parcel, provider, access })
      }
    }
    await context.marketplaces.printClaims.letGo(
      context.run.id,
      stopped.flatMap(({ external_id }) => external_id ?? [])
    )
    await task.report(0)
  }
  return {
    chosen: pickingOrder(chosen, ({ parcel }) => contentsOf(parcel)),
    refused,
  }
}

/** What is remembered of a parcel with what became of it. */
export function printed(
  parcel: LoadedParcel,
  outcome: ActionOutcome
): PrintedParcel {
  return {
    ...outcomeOf(parcel, outcome),
    channel_id: parcel.channel.id,
    recipient_keys: parcel.shares.map(({ facts }) => facts.recipient_key),
    is_new_number: outcome.ok && !parcel.shares[0]?.parcel?.tracking_number,
  }
}

/** Why no waybill of a channel can be fetched; null after its orders were read afresh. */
async function hindranceOfPrinting(
  context: RunContext,
  { channel, provider, orders }: ActionTask
): Promise<ActionOutcome | null> {
  const { container, marketplaces } = context
  const hindrance = hindranceOf(channel)
  if (hindrance || !provider) {
    return hindrance
  }
  try {
    await refreshOrders(container, channel, orders, "print")
    return null
  } catch (error) {
    if (!(error instanceof MarketplaceError)) {
      return channelFailure(context, channel, error)
    }
    await noteChannelError(marketplaces, channel, error)
    return needsAuthorization(error) ? failureOutcome(error) : null
  }
}

function refusalOfPrinting(
  parcel: LoadedParcel,
  orders: ActedOrder[],
  has_reason: boolean
): ActionOutcome | null {
  const refusal = refusalOf("print_waybill", parcel, orders)
  if (refusal) {
    return refusal
  }
  if (parcel.external_id === null) {
    return { ok: false, code: "not_confirmed" }
  }
  const again = parcel.shares.some(({ facts }) => isReprint(facts.marks))
  return again && !has_reason ? { ok: false, code: "reason_required" } : null
}

/** Two people who print the same parcel at once: the second is told. */
function claimedElsewhere(
  { external_id }: LoadedParcel,
  taken: ReadonlySet<string>
): ActionOutcome | null {
  return taken.has(external_id ?? "")
    ? null
    : { ok: false, code: "being_printed" }
}

function ofOrder(
  channel_id: string,
  order_id: string,
  outcome: ActionOutcome
): PrintedParcel {
  return {
    channel_id,
    external_id: null,
    tracking_number: null,
    order_ids: [order_id],
    recipient_keys: [null],
    is_new_number: false,
    outcome,
  }
}

function contentsOf({ shares }: LoadedParcel): PickableContents {
  return {
    location: shares[0]?.order.warehouse_external_id ?? null,
    lines: shares.flatMap(({ order, parcel }) =>
      unitsInParcel(order, parcel).flatMap(({ line, units }) =>
        units > 0
          ? {
              sku: line.seller_sku ?? line.external_sku_id,
              quantity: units,
            }
          : []
      )
    ),
  }
}
