import { Credentials } from "../../domain/provider/authorization"
import { RateLane } from "../../domain/provider/channel-access"
import { JsonObject } from "../../domain/shared/json"
import { download } from "../shared/download"
import { CallEffect, redact } from "../shared/errors"
import {
  encodeQuery,
  HttpCaller,
  HttpDependencies,
  HttpRequest,
  Session,
} from "../shared/http"
import { sign } from "./auth"
import { readEnvelope } from "./envelope"
import { errorOfAnswer } from "./errors"
import { TikTokShopConfig } from "./types"

export type Call = {
  method: "GET" | "POST"
  /** Path with its version, for example `/order/202309/orders/search`. */
  path: string
  /** Decoded values; undefined ones are left out. */
  query?: Record<string, string | undefined>
  /** Sent and signed as the same text. */
  body?: object
  effect: CallEffect
  lane: RateLane
  /** Leaves it at one attempt, for what would be out of date after a wait. */
  once?: boolean
}

/** A page of a waybill has some ten to a few hundred kilobytes. */
const LARGEST_DOCUMENT = 5 * 1024 * 1024
/** File stores name no better kind; what came is looked at anyhow. */
const DOCUMENT_TYPES = [
  "application/pdf",
  "application/octet-stream",
  "binary/octet-stream",
]

/** Everything that goes over HTTP to TikTok Shop, and nothing else. */
export class TikTokShopClient {
  private readonly http: HttpCaller

  constructor(
    private readonly config: TikTokShopConfig,
    private readonly dependencies?: HttpDependencies
  ) {
    this.http = new HttpCaller("TikTok Shop", config, dependencies)
  }

  /** The present moment (Unix seconds). */
  now(): number {
    return Math.floor(this.http.now() / 1000)
  }

  /**
   * Makes a signed call and gives its `data`.
   *
   * Every attempt waits for its place in the channel's budget and is signed anew, as
   * TikTok accepts a time stamp for five minutes only. Reads are repeated after passing
   * failures; writes only when they surely have not happened, and never those of a call
   * that is made `once`. An expired access token is renewed once.
   * @throws {MarketplaceError}
   */
  async call(session: Session, call: Call): Promise<JsonObject> {
    const body = call.body && JSON.stringify(call.body)
    const attempt = async ({ values }: Credentials) => {
      await session.pace(call.lane)
      const { access_token = "" } = values
      return this.send(call.effect, [access_token], {
        method: call.method,
        url: this.signedUrl(call, body),
        headers: {
          "content-type": "application/json",
          "x-tts-access-token": access_token,
        },
        body,
      })
    }
    return this.http.authorized(session, attempt, { once: call.once })
  }

  /**
   * Gets or renews tokens; unsigned. Repeated like a read: a lost answer costs the code
   * or the token either way, and asking again can only help.
   * @throws {MarketplaceError}
   */
  async token(
    step: "get" | "refresh",
    query: Record<string, string>
  ): Promise<JsonObject> {
    const url = new URL(`/api/v2/token/${step}`, this.config.authUrl)
    url.search = encodeQuery(query)
    const secrets = Object.entries(query)
      .filter(([name]) => SECRET_PARAMETERS.has(name))
      .map(([, value]) => value)
    return this.http.repeating(() =>
      this.send("read", secrets, { method: "GET", url })
    )
  }

  /**
   * Fetches a document that an answer names by its address, without credentials. Only
   * public https addresses are asked, and the API's own host where that one is plain http.
   * @throws {MarketplaceError}
   */
  async document(url: string): Promise<Uint8Array> {
    const api = new URL(this.config.apiUrl)
    const via = { marketplace: "TikTok Shop", fetch: this.dependencies?.fetch }
    return this.http.repeating(async () => {
      const { bytes } = await download(via, url, {
        allowed_hosts: api.protocol === "http:" ? [api.host] : [],
        max_bytes: LARGEST_DOCUMENT,
        accept: DOCUMENT_TYPES,
        timeout_ms: this.config.requestTimeoutMs,
      })
      return bytes
    })
  }

  private signedUrl(call: Call, body: string | undefined): URL {
    const url = new URL(call.path, this.config.apiUrl)
    const query: Record<string, string> = {
      app_key: this.config.appKey,
      timestamp: String(this.now()),
    }
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value) {
        query[name] = value
      }
    }
    query.sign = sign(this.config.appSecret, { path: call.path, query, body })
    url.search = encodeQuery(query)
    return url
  }

  /** One attempt. What it throws names neither the URL nor a secret. */
  private async send(
    effect: CallEffect,
    secrets: string[],
    request: HttpRequest
  ): Promise<JsonObject> {
    const { http_status, text, retry_after_ms } = await this.http.send(
      effect,
      request
    )
    const envelope = readEnvelope(text)
    const hidden = [this.config.appSecret, ...secrets]
    const failure = errorOfAnswer({
      effect,
      http_status,
      code: envelope?.code ?? null,
      message: envelope ? redact(envelope.message, hidden) : null,
      request_id: envelope?.request_id,
      retry_after_ms,
    })
    if (failure) {
      throw failure
    }
    return envelope?.data ?? {}
  }
}

const SECRET_PARAMETERS = new Set(["app_secret", "auth_code", "refresh_token"])
