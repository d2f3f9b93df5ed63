import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { TikTokShopConfig } from "./types"

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const text = z.string().trim().min(1)
const url = text.refine(isSafeUrl, {
  message: "must be an https URL; http is allowed for loopback hosts only",
})

const schema = z.object({
  appKey: text,
  appSecret: text,
  serviceId: text,
  apiUrl: url.default("https://open-api.tiktokglobalshop.com"),
  authUrl: url.default("https://auth.tiktok-shops.com"),
  consentUrl: url.default("https://services.tiktokshop.com/open/authorize"),
  requestsPerSecond: z.number().positive().default(3),
  requestTimeoutMs: z.number().int().positive().default(20_000),
  maxRetries: z.number().int().min(0).max(10).default(4),
})

/**
 * Checks the options and fills in the defaults.
 * @throws {MedusaError} INVALID_DATA naming the first option that is missing or wrong; never its value.
 */
export function readOptions(options: unknown): TikTokShopConfig {
  const given = Object.entries(options ?? {}).filter(
    ([, value]) => value !== undefined && value !== ""
  )
  const result = schema.safeParse(Object.fromEntries(given))
  if (result.success) {
    return result.data
  }
  const [issue] = result.error.issues
  const name = String(issue?.path[0] ?? "")
  const missing = !given.some(([key]) => key === name)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    missing
      ? `tiktok-shop: option "${name}" is missing`
      : `tiktok-shop: option "${name}" is wrong: ${issue?.message}`
  )
}

/** Secrets travel with every call, so plain http is only for this machine itself. */
function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) {
    return false
  }
  const { protocol, hostname } = new URL(value)
  return (
    protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname))
  )
}
