import { Request, Response, Router } from "express"
import { Scope, SCOPES, TikiApp } from "./options"
import { TikiTwin } from "./twin"

const PATH = "/sc/oauth2/auth"

const escape = (text: string) =>
  text.replace(
    /[&<>"']/g,
    (character) => `&#${character.charCodeAt(0).toString()};`
  )

const text = (value: unknown): string =>
  typeof value === "string" ? value : ""

/** A consent asked for by a known app, with an address it may be sent back to. */
type Ask = {
  app: TikiApp
  redirect_uri: string
  state: string
  scope: string
}

function consentPage(twin: TikiTwin, { app, ...ask }: Ask): string {
  const sellers = twin.sellers
    .map(({ id, name }) => `<option value="${id}">${escape(name)}</option>`)
    .join("")
  const hidden = Object.entries({ ...ask, client_id: app.client_id })
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${name}" value="${escape(value)}">`
    )
    .join("")
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tiki (sandbox)</title>
<style>body{font:16px system-ui;max-width:28rem;margin:4rem auto;padding:0 1rem}button,select{font:inherit;padding:.5rem 1rem;margin:.5rem .5rem 0 0}</style>
<h1>Cho phép ${escape(app.name)}?</h1><p>Ứng dụng xin quyền: <code>${escape(ask.scope)}</code><br><small>The app asks for these rights.</small></p>
<form method="get" action="${PATH}/answer"><input type="hidden" name="response_type" value="code">${hidden}
<label>Nhà bán / Seller <select name="seller">${sellers}</select></label><br>
<button name="answer" value="approve">Đồng ý / Approve</button><button name="answer" value="refuse">Từ chối / Refuse</button></form></html>`
}

function sendBack(
  response: Response,
  { redirect_uri, state }: Ask,
  result: Record<string, string>
): void {
  const target = new URL(redirect_uri)
  for (const [name, value] of Object.entries({ ...result, state })) {
    target.searchParams.set(name, value)
  }
  response.redirect(302, target.toString())
}

/** Why the request cannot be shown to a seller; told to the app, not to the seller. */
function fault(
  { app, state, scope }: Ask,
  response_type: string
): Record<string, string> | null {
  if (response_type !== "code") {
    return {
      error: "unsupported_response_type",
      error_hint: "response_type has to be code",
    }
  }
  if (state.length < 8) {
    return {
      error: "invalid_state",
      error_hint: "state must be at least 8 characters long",
    }
  }
  const wrong = scope
    .split(" ")
    .find((one) => one && !app.scopes.some((scope) => scope === one))
  return wrong === undefined
    ? null
    : { error: "invalid_scope", error_hint: `scope ${wrong} is not allowed` }
}

/**
 * The page where a seller gives consent to the public app. `auto=1` approves at once and
 * `seller` chooses the account; the real page has neither.
 */
export function consentRoutes(twin: TikiTwin): Router {
  const router = Router()

  /** Refuses requests whose answer could go to a stranger. */
  const read = (request: Request, response: Response): Ask | null => {
    const { query } = request
    const app = twin.app(text(query.client_id))
    const redirect_uri = text(query.redirect_uri)
    if (!app || app.seller_id !== null) {
      response.status(401).send("invalid_client: client_id is unknown")
      return null
    }
    if (!redirect_uri || redirect_uri !== app.redirect_uri) {
      response
        .status(400)
        .send("invalid_request: redirect_uri is not the registered one")
      return null
    }
    const state = text(query.state)
    const ask = { app, redirect_uri, state, scope: text(query.scope) }
    const wrong = fault(ask, text(query.response_type))
    if (wrong) {
      sendBack(response, ask, wrong)
      return null
    }
    return ask
  }

  const approve = (response: Response, ask: Ask, seller: string) => {
    const scopes = SCOPES.filter((scope) =>
      ask.scope.split(" ").includes(scope)
    )
    const code = twin.consent(seller ? Number(seller) : undefined, {
      scopes: scopes as Scope[],
      redirect_uri: ask.redirect_uri,
    })
    sendBack(response, ask, { code, scope: scopes.join(" ") })
  }

  router.get(PATH, (request: Request, response: Response) => {
    const ask = read(request, response)
    if (!ask) {
      return
    }
    if (request.query.auto === "1" || twin.options.auto_consent) {
      approve(response, ask, text(request.query.seller))
      return
    }
    response.type("html").send(consentPage(twin, ask))
  })

  router.get(`${PATH}/answer`, (request: Request, response: Response) => {
    const ask = read(request, response)
    if (!ask) {
      return
    }
    if (request.query.answer === "approve") {
      approve(response, ask, text(request.query.seller))
      return
    }
    sendBack(response, ask, {
      error: "access_denied",
      error_hint: "The seller refused the consent",
      error_code: "403",
    })
  })

  return router
}
