import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

export const text = z.string().trim().min(1)
/** Secrets travel with every call, so plain http is only for this machine itself. */
export const url = text.refine(isSafeUrl, {
  message: "must be an https URL; http is allowed for loopback hosts only",
})
/** How a client makes its calls. */
export const callOptions = {
  requestsPerSecond: z.number().positive().default(3),
  requestTimeoutMs: z.number().int().positive().default(20_000),
  maxRetries: z.number().int().min(0).max(10).default(4),
}

/** How many calls a channel may make; after a pause twice a second's worth at once. */
export function rateBudget(requests_per_second: number) {
  const burst = Math.max(1, Math.ceil(requests_per_second * 2))
  return { requests_per_second, burst }
}

/**
 * Checks a provider's options and fills in the defaults; empty ones count as not given.
 * @throws {MedusaError} INVALID_DATA naming the first option that is missing or wrong; never its value.
 */
export function checkOptions<Schema extends z.ZodTypeAny>(
  provider: string,
  schema: Schema,
  options: unknown
): z.output<Schema> {
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
      ? `${provider}: option "${name}" is missing`
      : `${provider}: option "${name}" is wrong: ${issue?.message}`
  )
}

function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) {
    return false
  }
  const { protocol, hostname } = new URL(value)
  return (
    protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname))
  )
}
