import { Request, Response, Router } from "express"
import { TokenData } from "./authorizations"
import { ApiError, invalidParameter, success } from "./envelope"
import { readQuery } from "./gate"
import { errorAnswer, reply } from "./reply"
import { TikTokShopTwin } from "./twin"

type Query = Record<string, string>

/** Token calls are not signed; the secret itself stands in the query. */
function checkApp(twin: TikTokShopTwin, query: Query, grant_type: string) {
  const { key, secret } = twin.options.app
  if (query.app_key !== key) {
    throw invalidParameter("The 'app_key' is invalid")
  }
  if (query.app_secret !== secret) {
    throw invalidParameter("The 'app_secret' is invalid")
  }
  if (query.grant_type !== grant_type) {
    throw invalidParameter(`The 'grant_type' must be ${grant_type}`)
  }
}

/** `GET /api/v2/token/get` and `/api/v2/token/refresh`. */
export function tokenRoutes(twin: TikTokShopTwin): Router {
  const router = Router()
  const serve = (
    path: string,
    grant_type: string,
    issue: (query: Query) => TokenData
  ) =>
    router.get(path, (request: Request, response: Response, next) => {
      const text = request.originalUrl.split("?")[1] ?? ""
      reply(twin, request, response, { template: path }, (request_id) => {
        try {
          const query = readQuery(new URLSearchParams(text))
          checkApp(twin, query, grant_type)
          return { status: 200, body: success(issue(query), request_id) }
        } catch (error) {
          if (error instanceof ApiError) {
            return errorAnswer(error, request_id)
          }
          throw error
        }
      }).catch(next)
    })
  serve("/api/v2/token/get", "authorized_code", ({ auth_code }) =>
    twin.authorizations.exchange(auth_code ?? "")
  )
  serve("/api/v2/token/refresh", "refresh_token", ({ refresh_token }) =>
    twin.authorizations.refresh(refresh_token ?? "")
  )
  return router
}
