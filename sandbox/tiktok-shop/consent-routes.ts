import { Request, Response, Router } from "express"
import { TikTokShopTwin } from "./twin"

const PATH = "/open/authorize"

const escape = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (character) => `&#${character.charCodeAt(0).toString()};`
  )

function consentPage(twin: TikTokShopTwin, state: string): string {
  const sellers = twin.sellers
    .map(
      ({ open_id, name, shops }) =>
        `<option value="${escape(open_id)}">${escape(name)} (${shops.length})</option>`
    )
    .join("")
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>TikTok Shop (sandbox)</title>
<style>body{font:16px system-ui;max-width:28rem;margin:4rem auto;padding:0 1rem}button,select{font:inherit;padding:.5rem 1rem;margin:.5rem .5rem 0 0}</style>
<h1>Cho phép ứng dụng?</h1><p>Ứng dụng xin quyền xem sản phẩm, tồn kho và đơn hàng của gian hàng.<br><small>The app asks to see your products, stock and orders.</small></p>
<form method="get" action="${PATH}/answer"><input type="hidden" name="state" value="${escape(state)}">
<label>Nhà bán / Seller <select name="seller">${sellers}</select></label><br>
<button name="answer" value="approve">Đồng ý / Approve</button><button name="answer" value="refuse">Từ chối / Refuse</button></form></html>`
}

function text(value: unknown): string {
  return typeof value === "string" ? value : ""
}

/**
 * The page where a seller gives consent. `auto=1` approves at once and `seller` chooses
 * the account; the real link has neither. The answer goes to the address set on the app.
 */
export function consentRoutes(twin: TikTokShopTwin): Router {
  const router = Router()

  const sendBack = (
    response: Response,
    state: string,
    result: Record<string, string>
  ) => {
    const { redirect_url } = twin.options.app
    if (!redirect_url) {
      response.status(409).send("redirect_url is not set on the app")
      return
    }
    const target = new URL(redirect_url)
    for (const [name, value] of Object.entries(result)) {
      target.searchParams.set(name, value)
    }
    // Installs from the App Store come back without a state.
    if (state) {
      target.searchParams.set("state", state)
    }
    response.redirect(302, target.toString())
  }

  const approve = (response: Response, state: string, seller: string) =>
    sendBack(response, state, {
      app_key: twin.options.app.key,
      code: twin.consent(seller || undefined),
      locale: "vi-VN",
      shop_region: "VN",
    })

  router.get(PATH, ({ query }: Request, response: Response) => {
    if (query.service_id !== twin.options.app.service_id) {
      response.status(400).send("service_id is unknown")
      return
    }
    const state = text(query.state)
    if (query.auto === "1" || twin.options.auto_consent) {
      approve(response, state, text(query.seller))
      return
    }
    response.type("html").send(consentPage(twin, state))
  })

  router.get(`${PATH}/answer`, ({ query }: Request, response: Response) => {
    const state = text(query.state)
    if (query.answer === "approve") {
      approve(response, state, text(query.seller))
    } else {
      sendBack(response, state, { code: "null", error: "auth_denied" })
    }
  })

  return router
}
