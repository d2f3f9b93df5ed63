import { z } from "@medusajs/framework/zod"
import { callOptions, checkOptions, text, url } from "../shared/options"
import { TikTokShopConfig } from "./types"

const schema = z.object({
  appKey: text,
  appSecret: text,
  serviceId: text,
  apiUrl: url.default("https://open-api.tiktokglobalshop.com"),
  authUrl: url.default("https://auth.tiktok-shops.com"),
  consentUrl: url.default("https://services.tiktokshop.com/open/authorize"),
  ...callOptions,
  shipBatchSize: z.number().int().min(1).max(100).default(20),
  handoverChoice: z.boolean().default(false),
})

/**
 * Checks the options and fills in the defaults.
 * @throws {MedusaError} INVALID_DATA naming the first option that is missing or wrong; never its value.
 */
export function readOptions(options: unknown): TikTokShopConfig {
  return checkOptions("tiktok-shop", schema, options)
}
