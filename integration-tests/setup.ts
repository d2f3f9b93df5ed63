import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

MetadataStorage.clear()
jest.setTimeout(180_000)
