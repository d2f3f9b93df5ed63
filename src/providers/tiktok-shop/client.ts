import { DelegateBackoff, handleWhen, retry } from "cockatiel"
import { ChannelAccess, RateLane } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { JsonObject } from "../../domain/shared/json"
import { sign } from "./auth"
import { CallEffect, errorOfAnswer, errorOfSilence, mayRepeat } from "./errors"
import { readEnvelope } from "./envelope"
import { TikTokShopConfig } from "./types"

/** The part of a channel's access that a call needs. */
export type Session = Pick<ChannelAccess, "credentials" | "renew" | "pace">

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
}

/** What the client takes from outside, so that tests can stand in for it. */
export type ClientDependencies = {
  fetch: typeof fetch
  /** Milliseconds since 1970. */
  now: () => number
  /** A number from 0 up to 1. */
  random: () => number
}

/** First pause before a repeat; doubles with every further one. */
const FIRST_PAUSE_MS = 300
/** Longest pause within a call; who has to wait longer comes back later. */
const LONGEST_PAUSE_MS = 30_000
/** No `Retry-After` is believed beyond this. */
const LONGEST_RETRY_AFTER_MS = 3_600_000

/** Everything that goes over HTTP to TikTok Shop, and nothing else. */
export class TikTokShopClient {
  constructor(
    private readonly config: TikTokShopConfig,
    private readonly dependencies: ClientDependencies = {
      fetch: (...args) => globalThis.fetch(...args),
      now: Date.now,
      random: Math.random,
    }
  ) {}

  /** The present moment (Unix seconds). */
  now(): number {
    return Math.floor(this.dependencies.now() / 1000)
  }

  /**
   * Makes a signed call and gives its `data`.
   *
   * Every attempt waits for its place in the channel's budget and is signed anew, as
   * TikTok accepts a time stamp for five minutes only. Reads are repeated after passing
   * failures; writes only when they surely have not happened. An expired access token is
   * renewed once.
   * @throws {MarketplaceError}
   */
  async call(session: Session, call: Call): Promise<JsonObject> {
    const body = call.body && JSON.stringify(call.body)
    let credentials = await session.credentials()
    const attempt = async () => {
      await session.pace(call.lane)
      const { access_token = "" } = credentials.values
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
    try {
      return await this.repeating(attempt)
    } catch (error) {
      if (!isExpired(error)) {
        throw error
      }
    }
    credentials = await session.renew(credentials)
    try {
      return await this.repeating(attempt)
    } catch (error) {
      throw isExpired(error) ? refusedAfterRenewal(error) : error
    }
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
    url.search = encode(query)
    const secrets = Object.entries(query)
      .filter(([name]) => SECRET_PARAMETERS.has(name))
      .map(([, value]) => value)
    return this.repeating(() =>
      this.send("read", secrets, { method: "GET", url })
    )
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
    url.search = encode(query)
    return url
  }

  private async repeating<T>(attempt: () => Promise<T>): Promise<T> {
    const worthRepeating = (error: Error) =>
      mayRepeat(error) && (error.retry_after_ms ?? 0) <= LONGEST_PAUSE_MS
    const policy = retry(handleWhen(worthRepeating), {
      maxAttempts: this.config.maxRetries,
      backoff: new DelegateBackoff((context) => {
        const asked =
          "error" in context.result &&
          context.result.error instanceof MarketplaceError
            ? (context.result.error.retry_after_ms ?? 0)
            : 0
        return asked + this.pause(context.attempt)
      }),
    })
    return policy.execute(attempt)
  }

  /** Half of the doubled pause at least, the rest by chance, so that waiting callers spread out. */
  private pause(attempt: number): number {
    const full = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS)
    return full * (0.5 + this.dependencies.random() / 2)
  }

  /** One attempt. What it throws names neither the URL nor a secret. */
  private async send(
    effect: CallEffect,
    secrets: string[],
    request: {
      method: string
      url: URL
      headers?: Record<string, string>
      body?: string
    }
  ): Promise<JsonObject> {
    let answer: { http_status: number; headers: Headers; text: string }
    try {
      const response = await this.dependencies.fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        redirect: "error",
        signal: AbortSignal.timeout(this.config.requestTimeoutMs),
      })
      answer = {
        http_status: response.status,
        headers: response.headers,
        text: await response.text(),
      }
    } catch (error) {
      throw errorOfSilence(effect, causeOf(error))
    }
    const envelope = readEnvelope(answer.text)
    const hidden = [this.config.appSecret, ...secrets]
    const failure = errorOfAnswer({
      effect,
      http_status: answer.http_status,
      code: envelope?.code ?? null,
      message: envelope ? redact(envelope.message, hidden) : null,
      request_id: envelope?.request_id,
      retry_after_ms: this.retryAfter(answer.headers.get("retry-after")),
    })
    if (failure) {
      throw failure
    }
    return envelope?.data ?? {}
  }

  /** `Retry-After` as milliseconds: seconds or an HTTP date, within bounds. */
  private retryAfter(header: string | null): number | undefined {
    if (!header) {
      return undefined
    }
    const wait = /^\d+$/.test(header)
      ? Number(header) * 1000
      : Date.parse(header) - this.dependencies.now()
    return Number.isNaN(wait)
      ? undefined
      : Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER_MS)
  }
}

const SECRET_PARAMETERS = new Set(["app_secret", "auth_code", "refresh_token"])

function encode(query: Record<string, string>): string {
  return Object.entries(query)
    .map((pair) => pair.map(encodeURIComponent).join("="))
    .join("&")
}

function redact(text: string, secrets: string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .reduce((safe, secret) => safe.replaceAll(secret, "***"), text)
}

function isExpired(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError && error.kind === "authorization_expired"
  )
}

/** A token that is refused right after it was renewed will not get better. */
function refusedAfterRenewal(error: MarketplaceError): MarketplaceError {
  return new MarketplaceError({
    ...pickDetails(error),
    kind: "authorization_refused",
    message: `${error.message}; renewing did not help, connect the shop again`,
  })
}

function pickDetails(error: MarketplaceError) {
  const { code, http_status, request_id } = error
  return { code, http_status, request_id }
}

/** A short word for a failed attempt; the error itself may hold the URL. */
function causeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return name === "TimeoutError"
    ? "timeout"
    : (cause?.code ?? "connection failed")
}
