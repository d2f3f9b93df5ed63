import { Router } from "express"
import { DemoProduct } from "../../demo-catalogue"
import { Body, controlRouter, Run } from "../../shared/control"
import { addAfterSaleRoutes } from "./after-sale-routes"
import { addFinanceRoutes } from "./finance-routes"
import { addOrderRoutes } from "./order-routes"
import { addPackageRoutes } from "./package-routes"
import { addStockRoutes } from "./stock-routes"
import { TikTokShopOptions } from "../options"
import { ProductPatch } from "../products/catalogue"
import { TikTokShopTwin } from "../twin"
import { Message } from "../webhooks/messages"
import { FlushOptions } from "../webhooks/outbox"

/** Options that a running twin can change; nested ones are merged. */
export type Settings = Partial<
  Omit<TikTokShopOptions, "app" | "quota" | "handover"> & {
    redirect_url: string | null
    handover: Partial<TikTokShopOptions["handover"]>
    quota: Partial<TikTokShopOptions["quota"]>
  }
>

function applySettings(twin: TikTokShopTwin, settings: Settings): object {
  const { redirect_url, quota, handover, ...rest } = settings
  Object.assign(twin.options, rest)
  Object.assign(twin.options.quota, quota)
  Object.assign(twin.options.handover, handover)
  if (redirect_url !== undefined) {
    twin.options.app.redirect_url = redirect_url
  }
  const { app, ...shown } = twin.options
  return { ...shown, redirect_url: app.redirect_url }
}

/**
 * `/_control`: everything a script needs to move the twin, as JSON. Not part of TikTok
 * Shop. What cannot be done is answered with 409 and the reason.
 */
export function controlRoutes(twin: TikTokShopTwin): Router {
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
      products: twin.shops().flatMap(({ id }) => products(twin, id)),
      orders: twin.book.size,
    }))
  )
  router.post(
    "/settings",
    run(({ body }: Body<Settings>) => applySettings(twin, body))
  )
  addOrderRoutes(router, twin, run)
  addPackageRoutes(router, twin, run)
  addAfterSaleRoutes(router, twin, run)
  addFinanceRoutes(router, twin, run)
  addProductRoutes(router, twin, run)
  addStockRoutes(router, twin, run)
  addWebhookRoutes(router, twin, run)

  router.post(
    "/tokens/consent",
    run(({ body }: Body<{ seller?: string; scopes?: string[] }>) => ({
      code: twin.consent(body.seller, body.scopes),
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
    run(({ body }: Body<{ seller?: string }>) => twin.revoke(body.seller))
  )
  router.post(
    "/tokens/scopes",
    run(({ body }: Body<{ seller?: string; scopes: string[] }>) =>
      twin.authorizations.setScopes(
        twin.seller(body.seller).open_id,
        body.scopes
      )
    )
  )
  router.post(
    "/shops/:id",
    run(({ params, body }: Body<{ active?: boolean; name?: string }>) => ({
      shop: Object.assign(twin.shop(params.id), body),
    }))
  )
  return router
}

/** Products with their stock as plain JSON. */
function products(twin: TikTokShopTwin, shop_id: string): object[] {
  return twin.catalogue.ofShop(shop_id).map((product) => ({
    ...product,
    skus: product.skus.map((sku) => ({
      ...sku,
      stock: Object.fromEntries(sku.stock),
    })),
  }))
}

function addProductRoutes(
  router: Router,
  twin: TikTokShopTwin,
  run: Run
): void {
  router.post(
    "/products",
    run(({ body }: Body<{ product: DemoProduct; shop_id?: string }>) => ({
      id: twin.addProduct(body.product, body.shop_id).id,
    }))
  )
  router.post(
    "/products/:id",
    run(({ params, body }: Body<ProductPatch>) => {
      const { id, shop_id } = twin.editProduct(params.id, body)
      const list = products(twin, shop_id) as { id: string }[]
      return { product: list.find((product) => product.id === id) }
    })
  )
  router.delete(
    "/products/:id",
    run(({ params }) => twin.deleteProduct(params.id))
  )
}

function addWebhookRoutes(
  router: Router,
  twin: TikTokShopTwin,
  run: Run
): void {
  router.get(
    "/webhooks",
    run(() => ({ webhooks: twin.webhooks.log() }))
  )
  router.post(
    "/webhooks/deliver",
    run(async ({ body }: Body<FlushOptions>) => ({
      webhooks: await twin.webhooks.flush(body),
    }))
  )
  router.post(
    "/webhooks/send",
    run(({ body }: Body<Message>) => twin.send(body))
  )
  router.post(
    "/webhooks/drop",
    run(({ body }: Body<{ count: number }>) => twin.webhooks.drop(body.count))
  )
  router.post(
    "/webhooks/:id/repeat",
    run(async ({ params }) => ({
      outcome: await twin.webhooks.repeat(params.id),
    }))
  )
}
