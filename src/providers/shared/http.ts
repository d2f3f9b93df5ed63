import { DelegateBackoff, handleWhen, retry } from "cockatiel"
import { Credentials } from "../../domain/provider/authorization"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { CallEffect, errorOfSilence, mayRepeat, reworded } from "./errors"

/** The part of a channel's access that a call needs. */
export type Session = Pick<ChannelAccess, "credentials" | "renew" | "pace">

/** What a client takes from outside, so that tests can stand in for it. */
export type HttpDependencies = {
  fetch: typeof fetch
  /** Milliseconds since 1970. */
  now: () => number
  /** A number from 0 up to 1. */
  random: () => number
}

const SYSTEM: HttpDependencies = {
  fetch: (...args) => globalThis.fetch(...args),
  now: Date.now,
  random: Math.random,
}

export type HttpRequest = {
  method: string
  url: URL
  headers?: Record<string, string>
  body?: string
}

export type HttpAnswer = {
  http_status: number
  text: string
  retry_after_ms: number | undefined
}

/** First pause before a repeat; doubles with every further one. */
const FIRST_PAUSE_MS = 300
/** Longest pause within a call; who has to wait longer comes back later. */
const LONGEST_PAUSE_MS = 30_000
/** No `Retry-After` is believed beyond this. */
const LONGEST_RETRY_AFTER_MS = 3_600_000

/** Attempts, repeats and renewals: what every marketplace's client does alike. */
export class HttpCaller {
  constructor(
    /** Its name, as messages begin. */
    private readonly marketplace: string,
    private readonly limits: { requestTimeoutMs: number; maxRetries: number },
    private readonly dependencies: HttpDependencies = SYSTEM
  ) {}

  /** The present moment (milliseconds since 1970). */
  now(): number {
    return this.dependencies.now()
  }

  /**
   * Makes one attempt.
   * @throws {MarketplaceError} when no answer comes; it names neither the URL nor a secret.
   */
  async send(effect: CallEffect, request: HttpRequest): Promise<HttpAnswer> {
    const { url, ...rest } = request
    try {
      const response = await this.dependencies.fetch(url, {
        ...rest,
        redirect: "error",
        signal: AbortSignal.timeout(this.limits.requestTimeoutMs),
      })
      return {
        http_status: response.status,
        retry_after_ms: this.retryAfter(response.headers.get("retry-after")),
        text: await response.text(),
      }
    } catch (error) {
      throw errorOfSilence(this.marketplace, effect, causeOf(error))
    }
  }

  /** Repeats an attempt while its failure may pass by itself. */
  async repeating<T>(attempt: () => Promise<T>): Promise<T> {
    const worthRepeating = (error: Error) =>
      mayRepeat(error) && (error.retry_after_ms ?? 0) <= LONGEST_PAUSE_MS
    const policy = retry(handleWhen(worthRepeating), {
      maxAttempts: this.limits.maxRetries,
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

  /**
   * Repeats an attempt with a session's credentials, and renews them once when they turn
   * out to be used up.
   * @param options.once leaves it at one attempt that the marketplace lets in.
   * @throws {MarketplaceError} `authorization_refused` when the new ones are refused as well.
   */
  async authorized<T>(
    session: Session,
    attempt: (credentials: Credentials) => Promise<T>,
    { once = false }: { once?: boolean } = {}
  ): Promise<T> {
    const run = (credentials: Credentials) =>
      once ? attempt(credentials) : this.repeating(() => attempt(credentials))
    const credentials = await session.credentials()
    try {
      return await run(credentials)
    } catch (error) {
      if (!isExpired(error)) {
        throw error
      }
    }
    const renewed = await session.renew(credentials)
    try {
      return await run(renewed)
    } catch (error) {
      throw isExpired(error) ? refusedAfterRenewal(error) : error
    }
  }

  /** Half of the doubled pause at least, the rest by chance, so that waiting callers spread out. */
  private pause(attempt: number): number {
    const full = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS)
    return full * (0.5 + this.dependencies.random() / 2)
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

/** Credentials just received: there is nothing to renew them with yet, and no budget to keep. */
export function sessionOf(credentials: Credentials): Session {
  return {
    credentials: async () => credentials,
    renew: async () => credentials,
    pace: async () => undefined,
  }
}

/** Percent-encodes every name and value. */
export function encodeQuery(query: Record<string, string>): string {
  return Object.entries(query)
    .map((pair) => pair.map(encodeURIComponent).join("="))
    .join("&")
}

function isExpired(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError && error.kind === "authorization_expired"
  )
}

/** A token that is refused right after it was renewed will not get better. */
function refusedAfterRenewal(error: MarketplaceError): MarketplaceError {
  return reworded(
    error,
    "authorization_refused",
    `${error.message}; renewing did not help, connect the shop again`
  )
}

/** A short word for a failed attempt; the error itself may hold the URL. */
function causeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return name === "TimeoutError"
    ? "timeout"
    : (cause?.code ?? "connection failed")
}
