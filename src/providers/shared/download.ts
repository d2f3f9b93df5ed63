import { isIP } from "node:net"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { leadsInside } from "./leads-inside"
import { errorOfSilence, judgePassing } from "./errors"
import { USER_AGENT } from "./user-agent"

/** Whose file it is, as messages begin, and what fetches it. */
export type DownloadVia = {
  marketplace: string
  /** Stands in for the network, in which names are not looked up then. */
  fetch?: typeof fetch
}

export type DownloadRules = {
  /**
   * Hosts with their port, as in `URL.host`, that are trusted as they are: only they may
   * be asked without TLS, or be this machine or a bare IP address.
   */
  allowed_hosts: string[]
  max_bytes: number
  /** Content types of which the file has to be one, for example `application/pdf`. */
  accept: string[]
  /** For the whole download (milliseconds). */
  timeout_ms: number
}

export type Download = {
  bytes: Uint8Array
  /** Lower case, without parameters. */
  content_type: string
}

const MOST_REDIRECTS = 3
const LOCAL_NAME = /(^|\.)(localhost|local|internal)\.?$/

/**
 * Fetches a file that a marketplace's answer names, without credentials and once.
 *
 * The address comes from outside, so it is not believed: TLS and a public name with public
 * addresses are required, a redirect may only lead to the same host, and nothing is read
 * beyond the limit. A name that is pointed elsewhere after it was looked up gains nothing:
 * what answers there has no certificate of that name.
 * @throws {MarketplaceError} `rejected` for an address that is not followed and for a file
 * that is too large, `not_found` when there is no file (any more), `unavailable` and
 * `rate_limited` when asking later may help, `invalid_response` for anything else.
 */
export async function download(
  via: DownloadVia,
  url: string,
  rules: DownloadRules
): Promise<Download> {
  const { marketplace } = via
  const stop = new AbortController()
  const signal = AbortSignal.any([
    AbortSignal.timeout(rules.timeout_ms),
    stop.signal,
  ])
  try {
    const response = await follow(via, url, rules, signal)
    requireSuccess(marketplace, response.status)
    const content_type = typeOf(response)
    if (!rules.accept.includes(content_type)) {
      throw refusal(
        marketplace,
        "invalid_response",
        `the file is of another kind (${content_type || "unnamed"})`
      )
    }
    const bytes = await readAtMost(marketplace, response, rules.max_bytes)
    return { bytes, content_type }
  } catch (error) {
    if (error instanceof MarketplaceError) {
      throw error
    }
    throw errorOfSilence(marketplace, "read", causeOf(error))
  } finally {
    // Whatever is left of an answer that is not wanted need not arrive.
    stop.abort()
  }
}

async function follow(
  via: DownloadVia,
  start: string,
  rules: DownloadRules,
  signal: AbortSignal
): Promise<Response> {
  const ask = via.fetch ?? globalThis.fetch
  let url = safeAddress(via.marketplace, start, rules)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!via.fetch && !rules.allowed_hosts.includes(url.host)) {
      await requirePublicAddresses(via.marketplace, url)
    }
    const response = await ask(url, {
      headers: { accept: rules.accept.join(", "), "user-agent": USER_AGENT },
      redirect: "manual",
      signal,
    })
    const location = response.headers.get("location")
    if (response.status < 300 || response.status > 399 || !location) {
      return response
    }
    const next = safeAddress(via.marketplace, location, rules, url)
    if (next.host !== url.host) {
      throw refusal(
        via.marketplace,
        "rejected",
        `the file's address leads on to another host (${next.host})`
      )
    }
    url = next
  }
  throw refusal(
    via.marketplace,
    "invalid_response",
    "the file's address leads in circles"
  )
}

/** @throws {MarketplaceError} `rejected`, naming the host at most: the rest may be a secret. */
function safeAddress(
  marketplace: string,
  address: string,
  { allowed_hosts }: DownloadRules,
  base?: URL
): URL {
  if (!URL.canParse(address, base?.href)) {
    throw refusal(marketplace, "rejected", "the file's address is none")
  }
  const url = new URL(address, base)
  const { protocol, host, hostname, username, password } = url
  const trusted = allowed_hosts.includes(host)
  const is_web = protocol === "https:" || (protocol === "http:" && trusted)
  const is_local = LOCAL_NAME.test(hostname) || isAddress(hostname)
  if (!is_web || username || password || (is_local && !trusted)) {
    throw refusal(
      marketplace,
      "rejected",
      `the file's address is not to be trusted (${protocol}//${host})`
    )
  }
  return url
}

/** @throws {MarketplaceError} `rejected` for a name of a machine inside. */
async function requirePublicAddresses(
  marketplace: string,
  { protocol, host, hostname }: URL
): Promise<void> {
  if (await leadsInside(hostname)) {
    throw refusal(
      marketplace,
      "rejected",
      `the file's address leads inside (${protocol}//${host})`
    )
  }
}

function isAddress(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, "")) !== 0
}

function requireSuccess(marketplace: string, http_status: number): void {
  if (http_status >= 200 && http_status < 300) {
    return
  }
  const passing = judgePassing(marketplace, http_status)
  const is_gone = [401, 403, 404, 410].includes(http_status)
  throw new MarketplaceError({
    kind: passing?.kind ?? (is_gone ? "not_found" : "invalid_response"),
    message: `${marketplace}: ${passing?.reason ?? "the file cannot be fetched"} (HTTP ${http_status})`,
    http_status,
  })
}

function typeOf(response: Response): string {
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";")
  return type.trim().toLowerCase()
}

async function readAtMost(
  marketplace: string,
  response: Response,
  max_bytes: number
): Promise<Uint8Array> {
  const too_large = () =>
    refusal(
      marketplace,
      "rejected",
      `the file is larger than ${max_bytes} bytes`
    )
  if (Number(response.headers.get("content-length") ?? 0) > max_bytes) {
    throw too_large()
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (
    let part = await reader?.read();
    part && !part.done;
    part = await reader?.read()
  ) {
    size += part.value.byteLength
    if (size > max_bytes) {
      throw too_large()
    }
    chunks.push(part.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function refusal(
  marketplace: string,
  kind: "rejected" | "invalid_response",
  reason: string
): MarketplaceError {
  return new MarketplaceError({ kind, message: `${marketplace}: ${reason}` })
}

/** A short word for a failed attempt; the error itself may hold the URL. */
function causeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  return name === "TimeoutError"
    ? "timeout"
    : (cause?.code ?? "connection failed")
}
