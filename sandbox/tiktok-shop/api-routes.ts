import { Request, Response } from "express"
import { checkAnswer } from "./contract/contract"
import { findEndpoint } from "./endpoints"
import { Endpoint } from "./endpoints/endpoint"
import { ApiError, Envelope, success } from "./envelope"
import { admit, RawCall } from "./gate"
import { Answer, errorAnswer, reply } from "./reply"
import { TikTokShopTwin } from "./twin"

/** Notes an answer that TikTok's description does not allow, and refuses to give it. */
function violation(
  twin: TikTokShopTwin,
  endpoint: Endpoint,
  reason: string,
  request_id: string
): Answer {
  const call = `${endpoint.method} ${endpoint.template}`
  twin.violations.push({ at: twin.clock.now(), call, reason })
  const message = `sandbox_contract_violation: ${call}: ${reason}`
  return { status: 500, body: { code: 36009003, message, request_id } }
}

function callEndpoint(
  twin: TikTokShopTwin,
  call: RawCall,
  endpoint: Endpoint,
  path: Record<string, string>,
  request_id: string,
  onShop: (shop_id: string) => void
): Answer {
  let check = twin.options.validate
  const context = {
    ...admit(twin, call, endpoint, path),
    leaveContract: () => {
      check = false
    },
  }
  const { shop } = context
  if (shop) {
    onShop(shop.id)
  }
  const data =
    endpoint.level === "seller"
      ? endpoint.answer(context)
      : shop && endpoint.answer({ ...context, shop })
  const body: Envelope = success(data ?? {}, request_id)
  const wrong = check && checkAnswer(endpoint.method, endpoint.template, body)
  return wrong
    ? violation(twin, endpoint, wrong, request_id)
    : { status: 200, body }
}

/** Serves the business calls. */
export function apiHandler(twin: TikTokShopTwin) {
  return async (request: Request, response: Response): Promise<void> => {
    const [path, query = ""] = request.originalUrl.split("?")
    const raw: RawCall = {
      method: request.method,
      path,
      query: new URLSearchParams(query),
      headers: request.headers,
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    }
    const call: { template: string; shop_id: string | null } = {
      template: path,
      shop_id: null,
    }
    let found: ReturnType<typeof findEndpoint> | ApiError
    try {
      found = findEndpoint(request.method, path)
      call.template = found.endpoint.template
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error
      }
      found = error
    }
    const target = found
    await reply(twin, request, response, call, (request_id) => {
      try {
        if (target instanceof ApiError) {
          throw target
        }
        const { endpoint, path: values } = target
        const onShop = (shop_id: string) => {
          call.shop_id = shop_id
        }
        return callEndpoint(twin, raw, endpoint, values, request_id, onShop)
      } catch (error) {
        if (error instanceof ApiError) {
          return errorAnswer(error, request_id)
        }
        throw error
      }
    })
  }
}
