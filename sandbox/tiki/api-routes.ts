import { Request, Response } from "express"
import { LoggedCall, RawAnswer } from "../shared/fault-reply"
import { Fault } from "../shared/faults"
import { ApiError, errorAnswer, jsonAnswer } from "./api-error"
import { contract } from "./contract/contract"
import { findEndpoint } from "./endpoints"
import { Endpoint } from "./endpoints/endpoint"
import { admit, ConnectionPaused, RawCall, sellerOf } from "./gate"
import { reply, textAnswer } from "./reply"
import { TikiTwin } from "./twin"
import { isLibrary } from "./user-agent"

function callEndpoint(
  twin: TikiTwin,
  raw: RawCall,
  { endpoint, path }: { endpoint: Endpoint; path: Record<string, string> },
  fault: Fault | undefined,
  call: LoggedCall
): RawAnswer {
  let checked = twin.options.validate
  const context = {
    twin,
    path,
    fault,
    ...admit(twin, raw, endpoint),
    leaveContract: () => {
      checked = false
    },
  }
  const { seller } = context.caller
  call.shop_id = seller ? String(seller.id) : null
  const body =
    endpoint.level === "any"
      ? endpoint.answer(context)
      : endpoint.answer({ ...context, seller: sellerOf(context.caller) })
  const { method, template } = endpoint
  if (checked) {
    const sent = raw.body.length ? context.body : undefined
    const asked = contract.checkRequest(method, template, context.query, sent)
    note(twin, endpoint, "request", asked)
    const given = "errors" in body ? null : body
    const wrong = given && contract.checkAnswer(method, template, given)
    if (note(twin, endpoint, "answer", wrong)) {
      return errorAnswer(
        new ApiError(500, `sandbox_contract_violation: ${wrong}`)
      )
    }
  }
  return jsonAnswer(200, body)
}

/** Keeps what the description does not allow. A wrong request is served as Tiki would. */
function note(
  twin: TikiTwin,
  { method, template }: Endpoint,
  side: "request" | "answer",
  reason: string | null
): boolean {
  if (reason !== null) {
    const call = `${method} ${template}`
    twin.violations.push({
      at: twin.clock.now(),
      call,
      reason: `${side}: ${reason}`,
    })
  }
  return reason !== null
}

/** Serves `/integration`. */
export function apiHandler(twin: TikiTwin) {
  return async (request: Request, response: Response): Promise<void> => {
    const [path, query = ""] = request.originalUrl.split("?")
    if (isLibrary(request.headers["user-agent"])) {
      response.status(403).type("html").send("<h1>403 Forbidden</h1>")
      return
    }
    const raw: RawCall = {
      method: request.method,
      query: new URLSearchParams(query),
      headers: request.headers,
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    }
    const found = findEndpoint(request.method, path)
    const call: LoggedCall = {
      template: found instanceof ApiError ? path : found.endpoint.template,
    }
    await reply(twin, request, response, call, (fault) => {
      try {
        if (found instanceof ApiError) {
          throw found
        }
        return callEndpoint(twin, raw, found, fault, call)
      } catch (error) {
        if (error instanceof ApiError) {
          return errorAnswer(error)
        }
        if (error instanceof ConnectionPaused) {
          return textAnswer("Kết nối đã được nhà bán tạm dừng.")
        }
        throw error
      }
    })
  }
}
