import { Router } from "express"
import { Body, controlRouter, Run } from "../shared/control"
import { mergeOptions, Scope, TikiInput } from "./options"
import { CARRIER_MOVES } from "./orders/carrier"
import { CancelReason } from "./orders/life-cycle"
import { CancelledBy } from "./orders/order"
import { OrderEdit } from "./orders/order-desk"
import { OrderInput } from "./orders/place-order"
import { RawStatus } from "./orders/statuses"
import { ProductPatch } from "./products/catalogue"
import { DemoListing } from "./products/demo-listings"
import { plainProduct } from "./products/product"
import { StockEdit } from "./products/stock-write"
import { Happening } from "./queues/events"
import { addStockRoutes } from "./stock-routes"
import { TikiTwin } from "./twin"

function applySettings(twin: TikiTwin, settings: TikiInput): object {
  twin.options = mergeOptions(twin.options, settings)
  const { apps, ...shown } = twin.options
  return {
    ...shown,
    apps: Object.values(apps).map(({ client_secret: _secret, ...app }) => app),
  }
}

/**
 * `/_control/tiki`: everything a script needs to move the twin, as JSON. Not part of Tiki.
 * What cannot be done is answered with 409 and the reason.
 */
export function controlRoutes(twin: TikiTwin): Router {
  const { router, run } = controlRouter(twin)
  router.get(
    "/books",
    run(() => twin.books())
  )
  router.get(
    "/state",
    run(() => ({
      now: new Date(twin.clock.now()).toISOString(),
      settings: applySettings(twin, {}),
      sellers: twin.sellers,
      products: twin.sellers.flatMap(({ id }) =>
        twin.catalogue.ofSeller(id).map(plainProduct)
      ),
      orders: twin.book.size,
      queues: twin.queues.all(),
    }))
  )
  router.post(
    "/settings",
    run(({ body }: Body<TikiInput>) => applySettings(twin, body))
  )
  addOrderRoutes(router, twin, run)
  addProductRoutes(router, twin, run)
  addStockRoutes(router, twin, run)
  addEventRoutes(router, twin, run)
  addTokenRoutes(router, twin, run)
  return router
}

function addOrderRoutes(router: Router, twin: TikiTwin, run: Run): void {
  type Placing = { count?: number; seed?: number; orders?: OrderInput[] }
  router.post(
    "/orders",
    run(({ body }: Body<Placing>) => {
      const orders = twin.addOrders(body.orders ?? body.count ?? 1, body.seed)
      return { codes: orders.map(({ code }) => code) }
    })
  )
  router.get(
    "/orders/:code",
    run(({ params }) => ({ order: twin.orders.get(params.code) }))
  )
  router.post(
    "/orders/:code/advance",
    run(({ params, body }: Body<{ to?: RawStatus }>) => ({
      order: twin.orders.advance(params.code, body.to),
    }))
  )
  router.post(
    "/orders/:code/cancel",
    run(({ params, body }: Body<CancelReason & { by?: CancelledBy }>) => {
      const { by = "buyer", ...reason } = body
      return { order: twin.orders.cancel(params.code, by, reason) }
    })
  )
  for (const [word, move] of Object.entries(CARRIER_MOVES)) {
    router.post(
      `/orders/:code/${word}`,
      run(({ params }) => ({ order: move(twin.carrier, params.code) }))
    )
  }
  router.post(
    "/carrier/collect",
    run(({ body }: Body<{ codes?: string[] }>) => ({
      codes: twin.carrier.collectAll(body.codes).map(({ code }) => code),
    }))
  )
  router.post(
    "/orders/:code/replace",
    run(({ params }) => ({ order: twin.orders.replace(params.code) }))
  )
  router.post(
    "/orders/:code",
    run(({ params, body }: Body<OrderEdit>) => ({
      order: twin.orders.edit(params.code, body),
    }))
  )
}

function addProductRoutes(router: Router, twin: TikiTwin, run: Run): void {
  router.post(
    "/products",
    run(({ body }: Body<{ listing: DemoListing; seller_id?: number }>) => ({
      ids: twin
        .addProduct(body.listing, body.seller_id)
        .map(({ product_id }) => product_id),
    }))
  )
  router.post(
    "/products/:id",
    run(({ params, body }: Body<ProductPatch & StockEdit>) => ({
      product: plainProduct(twin.editProduct(Number(params.id), body)),
    }))
  )
  router.delete(
    "/products/:id",
    run(({ params }) => twin.deleteProduct(Number(params.id)))
  )
}

function addEventRoutes(router: Router, twin: TikiTwin, run: Run): void {
  router.get(
    "/events",
    run(() => ({ queues: twin.queues.all() }))
  )
  router.post(
    "/events/send",
    run(({ body }: Body<Happening>) => twin.tell(body))
  )
  router.post(
    "/events/drop",
    run(({ body }: Body<{ count?: number }>) => ({
      dropped: twin.queues.drop(body.count ?? 1),
    }))
  )
  for (const how of ["repeat", "shuffle"] as const) {
    router.post(
      `/events/${how}`,
      run(() => twin.queues.disturb(how, twin.options.seed))
    )
  }
  router.delete(
    "/queues/:code",
    run(({ params }) => twin.queues.remove(params.code))
  )
}

function addTokenRoutes(router: Router, twin: TikiTwin, run: Run): void {
  type Who = { seller?: number; scopes?: Scope[] }
  router.post(
    "/tokens/consent",
    run(({ body }: Body<Who>) => ({
      code: twin.consent(body.seller, { scopes: body.scopes }),
    }))
  )
  router.post(
    "/tokens/expire-access",
    run(() => twin.authorizations.expireAccess())
  )
  router.post(
    "/tokens/expire-refresh",
    run(() => twin.authorizations.expireRefresh())
  )
  router.post(
    "/tokens/revoke",
    run(({ body }: Body<Who>) => twin.authorizations.revoke(body.seller))
  )
  router.post(
    "/tokens/scopes",
    run(({ body }: Body<Who>) =>
      twin.authorizations.setScopes(
        twin.seller(body.seller).id,
        body.scopes ?? []
      )
    )
  )
  router.post(
    "/sellers/:id",
    run(({ params, body }: Body<{ active?: boolean; name?: string }>) => ({
      seller: Object.assign(twin.seller(Number(params.id)), body),
    }))
  )
}
