import { TikTokShopOptions } from "../types"

/** Nothing of this opens anything. */
export const options = {
  appKey: "6demo1key",
  appSecret: "demo_secret_9f2c",
  serviceId: "7000000000000000001",
} satisfies TikTokShopOptions
