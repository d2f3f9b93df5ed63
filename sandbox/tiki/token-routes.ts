import { Request, Response, Router, text as readText } from "express"
import { TokenData } from "./authorizations"
import { jsonAnswer } from "./api-error"
import { contract } from "./contract/contract"
import {
  invalidClient,
  invalidRequest,
  OAuthError,
  oauthErrorAnswer,
} from "./oauth-error"
import { Scope, TikiApp } from "./options"
import { reply } from "./reply"
import { TikiTwin } from "./twin"
import { isLibrary } from "./user-agent"

const PATH = "/sc/oauth2/token"

/** `Authorization: Basic …`; null when there is none. */
function readBasic(header: string | undefined): [string, string] | null {
  const encoded = /^Basic (.+)$/i.exec(header ?? "")?.[1]
  if (!encoded) {
    return null
  }
  const pair = Buffer.from(encoded, "base64").toString()
  const colon = pair.indexOf(":")
  const [id, secret] = [pair.slice(0, colon), pair.slice(colon + 1)]
  return [decodeURIComponent(id), decodeURIComponent(secret)]
}

/** @throws {OAuthError} `invalid_client` unless the app proves itself its own way. */
function checkApp(
  twin: TikiTwin,
  request: Request,
  form: URLSearchParams
): TikiApp {
  const basic = readBasic(request.headers.authorization)
  const app = twin.app(basic?.[0] ?? form.get("client_id") ?? "")
  if (!app) {
    throw invalidClient("the client is unknown")
  }
  const way = basic ? "client_secret_basic" : "client_secret_post"
  if (way !== app.client_auth) {
    throw invalidClient(`the client is registered for ${app.client_auth}`)
  }
  const secret = basic ? basic[1] : form.get("client_secret")
  if (secret !== app.client_secret) {
    throw invalidClient("the client secret is wrong")
  }
  return app
}

/** @throws {OAuthError} `invalid_scope` for one the app does not have. */
function readScopes(app: TikiApp, text: string): Scope[] {
  const asked = text.split(" ").filter(Boolean)
  const wrong = asked.find((one) => !app.scopes.some((scope) => scope === one))
  if (wrong !== undefined) {
    throw new OAuthError(
      400,
      "invalid_scope",
      "The requested scope is invalid",
      `scope ${wrong} is not allowed`
    )
  }
  return app.scopes.filter((scope) =>
    asked.length ? asked.includes(scope) : scope !== "offline"
  )
}

function issue(twin: TikiTwin, request: Request): TokenData {
  const form_type = "application/x-www-form-urlencoded"
  if (!String(request.headers["content-type"]).startsWith(form_type)) {
    throw invalidRequest(`the body has to be ${form_type}`)
  }
  const form = new URLSearchParams(String(request.body))
  const field = (name: string) => form.get(name) ?? ""
  const app = checkApp(twin, request, form)
  const wrong =
    twin.options.validate &&
    contract.checkRequest("POST", PATH, {}, Object.fromEntries(form))
  if (wrong) {
    const reason = `request: ${wrong}`
    twin.violations.push({ at: twin.clock.now(), call: `POST ${PATH}`, reason })
  }
  switch (field("grant_type")) {
    case "client_credentials":
      return twin.authorizations.issueForApp(
        app,
        readScopes(app, field("scope"))
      )
    case "authorization_code":
      return twin.authorizations.exchange(
        app,
        field("code"),
        field("redirect_uri")
      )
    case "refresh_token":
      return twin.authorizations.refresh(app, field("refresh_token"))
    default:
      throw new OAuthError(
        400,
        "unsupported_grant_type",
        "The authorization grant type is not supported",
        "client_credentials, authorization_code or refresh_token"
      )
  }
}

/** `POST /sc/oauth2/token`. */
export function tokenRoutes(twin: TikiTwin): Router {
  const router = Router()
  router.post(
    PATH,
    readText({ type: () => true }),
    (request: Request, response: Response, next) => {
      if (isLibrary(request.headers["user-agent"])) {
        response.status(403).type("html").send("<h1>403 Forbidden</h1>")
        return
      }
      reply(twin, request, response, { template: PATH }, () => {
        try {
          return jsonAnswer(200, issue(twin, request), {
            "Cache-Control": "no-store",
          })
        } catch (error) {
          if (error instanceof OAuthError) {
            return oauthErrorAnswer(error)
          }
          throw error
        }
      }).catch(next)
    }
  )
  return router
}
