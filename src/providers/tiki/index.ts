import { ModuleProvider } from "@medusajs/framework/utils"
import { TikiProvider } from "./provider"

export type { TikiOptions } from "./types"
export { TikiProvider }

export default ModuleProvider("marketplace_channel", {
  services: [TikiProvider],
})
