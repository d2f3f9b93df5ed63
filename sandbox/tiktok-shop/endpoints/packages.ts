import { JsonObject } from "../../../src/domain/shared/json"
import { ApiError, invalidParameter } from "../envelope"
import { PackageStatus, PackageView } from "../packages/package"
import { packageDetail, packageRow } from "../packages/package-wire"
import { ShipInput } from "../packages/ship-refusal"
import { handoverSlots } from "../packages/slots"
import { Endpoint, ShopContext } from "./endpoint"
import { listPage } from "./list-page"

/** Of the shop that calls; a package of another is as unknown as any. */
export function ownPackage(
  { twin, shop }: ShopContext,
  package_id: string
): PackageView {
  const found = twin.packages.find(package_id)
  if (found?.shop_id !== shop.id) {
    throw new ApiError(21008111, "The package does not belong to the shop")
  }
  return found
}

function ship(context: ShopContext): object {
  const { twin, body, path } = context
  const { id } = ownPackage(context, path.package_id)
  twin.packages.ship(id, shipInput(context, id, body), "api")
  return {}
}

/** A slot has to be one of those offered for the package. */
function shipInput(
  { twin }: ShopContext,
  package_id: string,
  body: JsonObject
): ShipInput {
  const input = body as ShipInput
  const { pickup_slot } = input
  const slots = handoverSlots(twin.options.handover, twin.clock.seconds())
  const offered = slots.pickup_slots.some(
    (slot) =>
      slot.avaliable &&
      slot.start_time === pickup_slot?.start_time &&
      slot.end_time === pickup_slot.end_time
  )
  if (pickup_slot && !offered) {
    throw invalidParameter(`pickup_slot is not offered for ${package_id}`)
  }
  return input
}

/** Each package by itself: what fails stands in `errors`, the call succeeds. */
function shipMany(context: ShopContext): object {
  const { twin, body } = context
  const list = Array.isArray(body.packages) ? body.packages : []
  const most = twin.options.most_packages_of_a_call
  if (!list.length || list.length > most) {
    throw invalidParameter(`packages takes 1 to ${most} entries`)
  }
  const errors: object[] = []
  for (const entry of list as JsonObject[]) {
    const { id, ...rest } = entry
    const package_id = String(id ?? "")
    try {
      ownPackage(context, package_id)
      const input = shipInput(context, package_id, rest)
      twin.packages.ship(package_id, input, "api")
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error
      }
      const { code, message } = error
      errors.push({ code, message, detail: { package_id } })
    }
  }
  return errors.length ? { errors } : {}
}

const STATUSES: PackageStatus[] = [
  "PROCESSING",
  "FULFILLING",
  "COMPLETED",
  "CANCELLED",
]

/** Only packages that were arranged, unless the twin is told otherwise. */
function search(context: ShopContext): object {
  const { twin, shop, body } = context
  const { package_status: asked } = body
  if (asked !== undefined && !STATUSES.some((status) => status === asked)) {
    throw invalidParameter("package_status is unknown")
  }
  const shown = twin.packages
    .list(shop.id)
    .filter(
      ({ status, arrangements }) =>
        (arrangements.length > 0 || twin.options.unarranged_in_search) &&
        (asked === undefined || status === asked)
    )
  const page = listPage(
    context,
    shown,
    ({ id, create_time, update_time, orders }) => ({
      id,
      times: {
        create_time,
        update_time,
        order_pay_time: orders[0]?.paid_time ?? 0,
      },
    }),
    {
      least: 1,
      most: 50,
      usual: null,
      sort_fields: ["create_time", "update_time", "order_pay_time"],
      sort_orders: ["DESC", "ASC"],
    }
  )
  const { items, ...counts } = page
  return { ...counts, packages: items.map(packageRow) }
}

const scope = "seller.fulfillment.basic"
const base = "/fulfillment/202309/packages"

export const packageEndpoints: Endpoint[] = [
  {
    method: "POST",
    template: `${base}/search`,
    scope,
    level: "shop",
    answer: search,
  },
  {
    method: "POST",
    template: `${base}/ship`,
    scope,
    level: "shop",
    answer: shipMany,
  },
  {
    method: "GET",
    template: `${base}/{package_id}`,
    scope,
    level: "shop",
    answer: (context) =>
      packageDetail(ownPackage(context, context.path.package_id), context.shop),
  },
  {
    method: "POST",
    template: `${base}/{package_id}/ship`,
    scope,
    level: "shop",
    answer: ship,
  },
  {
    method: "GET",
    template: `${base}/{package_id}/handover_time_slots`,
    scope: "seller.fulfillment.package.write",
    level: "shop",
    answer: (context) => {
      ownPackage(context, context.path.package_id)
      const { options, clock } = context.twin
      return handoverSlots(options.handover, clock.seconds())
    },
  },
]
