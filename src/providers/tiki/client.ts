import { stringify } from "lossless-json"
import { Credentials } from "../../domain/provider/authorization"
import { RateLane } from "../../domain/provider/channel-access"
import { JsonObject, JsonValue } from "../../domain/shared/json"
import { Download, download } from "../shared/download"
import { CallEffect, redact } from "../shared/errors"
import {
  encodeQuery,
  HttpAnswer,
  HttpCaller,
  HttpDependencies,
  Session,
} from "../shared/http"
import { isObject, parseLossless, storableText } from "../shared/json"
import { USER_AGENT } from "../shared/user-agent"
import {
  accessKindOf,
  addressOf,
  authorizationHeader,
  TokenGrant,
  tokenRequest,
} from "./auth"
import { errorOfAnswer, errorOfToken } from "./errors"
import { TikiApp, TikiConfig } from "./types"

export type Call = {
  method: "GET" | "POST" | "PUT"
  /** Path behind `/integration`, for example `/v2/orders`. */
  path: string
  /** Decoded values; undefined ones are left out. */
  query?: Record<string, string | undefined>
  /** May hold lossless numbers. */
  body?: object
  effect: CallEffect
  lane: RateLane
  /** One attempt only: what it says would be old by the time it is repeated. */
  once?: boolean
}

/** The call that asks which seller the credentials belong to. */
export const WHO = "/v2/sellers/me"
/** A label is a page with a picture or two. */
const LARGEST_PAGE_BYTES = 2_000_000
/** Longest piece of somebody else's words in a message. */
const LONGEST_QUOTE = 200

/** Everything that goes over HTTP to Tiki, and nothing else. */
export class TikiClient {
  private readonly http: HttpCaller

  constructor(
    private readonly config: TikiConfig,
    private readonly dependencies?: HttpDependencies
  ) {
    this.http = new HttpCaller("Tiki", config, dependencies)
  }

  /** The present moment (milliseconds since 1970). */
  now(): number {
    return this.http.now()
  }

  /**
   * Makes a call and gives its body.
   *
   * Every attempt waits for its place in the channel's budget. Reads are repeated after
   * passing failures; writes only when they surely have not happened. An access token
   * that is not accepted is renewed once.
   * @throws {MarketplaceError}
   */
  async call(session: Session, call: Call): Promise<JsonValue> {
    const url = addressOf(this.config, `/integration${call.path}`)
    url.search = encodeQuery(given(call.query))
    const attempt = async (credentials: Credentials) => {
      await session.pace(call.lane)
      const answer = await this.http.send(call.effect, {
        method: call.method,
        url,
        headers: {
          ...authorizationHeader(credentials),
          "content-type": "application/json",
          accept: "application/json",
          "user-agent": USER_AGENT,
        },
        body: call.body && stringify(call.body),
      })
      return readAnswer(answer, call, credentials)
    }
    return this.http.authorized(session, attempt, { once: call.once })
  }

  /**
   * Fetches a page that an answer of Tiki names, wherever it lies; no credentials go along.
   * @throws {MarketplaceError} see {@link download}.
   */
  async page(url: string): Promise<Download> {
    const { protocol, host } = new URL(this.config.apiUrl)
    const via = { marketplace: "Tiki", fetch: this.dependencies?.fetch }
    return this.http.repeating(() =>
      download(via, url, {
        allowed_hosts: protocol === "http:" ? [host] : [],
        max_bytes: LARGEST_PAGE_BYTES,
        accept: ["text/html", "application/xhtml+xml"],
        timeout_ms: this.config.requestTimeoutMs,
      })
    )
  }

  /**
   * Asks for tokens. Repeated like a read: a lost answer costs the code or the token
   * either way, and asking again can only help.
   * @throws {MarketplaceError}
   */
  async token(app: TikiApp, grant: TokenGrant): Promise<JsonObject> {
    const { headers, form } = tokenRequest(
      app,
      grant,
      this.config.clientAuthentication
    )
    return this.http.repeating(async () => {
      const answer = await this.http.send("read", {
        method: "POST",
        url: addressOf(this.config, "/sc/oauth2/token"),
        headers: {
          ...headers,
          "content-type": "application/x-www-form-urlencoded",
          accept: "application/json",
          "user-agent": USER_AGENT,
        },
        body: new URLSearchParams(form).toString(),
      })
      return readToken(answer, grant.grant_type, [
        app.client_secret,
        "code" in grant ? grant.code : "",
        "refresh_token" in grant ? grant.refresh_token : "",
      ])
    })
  }
}

/** @throws {MarketplaceError} when the answer is no success, whatever its status. */
function readAnswer(
  { http_status, text, retry_after_ms }: HttpAnswer,
  { path, effect }: Call,
  credentials: Credentials
): JsonValue {
  const json = parse(text)
  const errors = errorsIn(json)
  const done = http_status >= 200 && http_status < 300 && errors.length === 0
  if (done && json !== undefined && typeof json !== "string") {
    return json
  }
  if (done && effect === "write" && text.trim() === "") {
    return {}
  }
  const words = typeof json === "string" ? json : text
  const body = isPlainText(words, json) ? "text" : json ? "json" : "unreadable"
  const said = errors.join("; ") || (body === "text" ? words.trim() : "")
  throw errorOfAnswer({
    effect,
    access: accessKindOf(credentials),
    asks_who: path === WHO,
    http_status,
    said: quote(said, Object.values(credentials.values)),
    body,
    request_id: requestIdIn(json),
    retry_after_ms,
  })
}

function readToken(
  { http_status, text, retry_after_ms }: HttpAnswer,
  grant: TokenGrant["grant_type"],
  secrets: string[]
): JsonObject {
  const json = parse(text)
  const body = isObject(json) ? json : undefined
  if (http_status === 200 && body && !body.error) {
    return body
  }
  const said = body?.error_description ?? body?.error_hint ?? ""
  throw errorOfToken(grant, textOf(body?.error), {
    http_status,
    said: quote(String(said), secrets),
    retry_after_ms,
  })
}

/** Undefined for what is no JSON, cut off or empty. */
function parse(text: string): JsonValue | undefined {
  try {
    return parseLossless(text)
  } catch {
    return undefined
  }
}

/** Words, not a page of HTML and not the beginning of JSON. */
function isPlainText(words: string, json: JsonValue | undefined): boolean {
  const is_text = json === undefined || typeof json === "string"
  return is_text && /^\s*[^\s<{["]/.test(words)
}

/** Failures that Tiki names, in the form of the API or of its webhook calls. */
function errorsIn(json: JsonValue | undefined): string[] {
  if (!isObject(json)) {
    return []
  }
  const named = [json.errors, json.error].filter(saysSomething).flat()
  return named.map((one) => {
    const message = isObject(one) ? one.message : one
    return typeof message === "string" ? message : JSON.stringify(one)
  })
}

function saysSomething(value: JsonValue | undefined): value is JsonValue {
  return typeof value === "object" && value !== null
    ? Object.keys(value).length > 0
    : Boolean(value)
}

function requestIdIn(json: JsonValue | undefined): string | undefined {
  const meta = isObject(json) ? json.meta : undefined
  return (isObject(meta) && textOf(meta.id)) || undefined
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : null
}

function quote(text: string, secrets: string[]): string {
  const line = redact(text, secrets).replace(/\s+/g, " ")
  return storableText(line.slice(0, LONGEST_QUOTE))
}

function given(
  query: Record<string, string | undefined> = {}
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter(
      (pair): pair is [string, string] => pair[1] !== undefined
    )
  )
}
