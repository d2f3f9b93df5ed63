import { build } from "@medusajs/admin-bundler"
import type { ConfigModule } from "@medusajs/framework/types"
import { getConfigFile, getResolvedPlugins } from "@medusajs/framework/utils"
import { messageOf, required } from "./messages"

/** Builds the admin of `medusa-config.ts` into `ADMIN_OUT_DIR`. */
async function main(): Promise<void> {
  const directory = process.cwd()
  const { configModule, error } = await getConfigFile<ConfigModule>(
    directory,
    "medusa-config"
  )
  if (error) {
    throw error
  }
  const plugins = await getResolvedPlugins(directory, configModule, true)
  const resolved = (type: "local" | "package") =>
    plugins.flatMap(({ admin }) => (admin?.type === type ? admin.resolve : []))
  await build({
    ...configModule.admin,
    sources: resolved("local"),
    plugins: resolved("package"),
    outDir: required("ADMIN_OUT_DIR"),
  })
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(messageOf(error))
    process.exit(1)
  }
)
