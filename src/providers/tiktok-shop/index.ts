import { ModuleProvider } from "@medusajs/framework/utils"
import { TikTokShopProvider } from "./provider"

export type { TikTokShopOptions } from "./types"
export { TikTokShopProvider }

export default ModuleProvider("marketplace_channel", {
  services: [TikTokShopProvider],
})
