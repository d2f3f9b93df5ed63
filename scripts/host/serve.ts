import { container } from "@medusajs/framework"
import start from "@medusajs/medusa/commands/start"
import { ensureAdminUser } from "./admin-user"
import { messageOf, required, tellParent } from "./messages"
import { seedShop } from "./seed-shop"

/**
 * Boots the shop of `medusa-config.ts` from source on a loopback port, with an
 * admin user and, when asked for, the demo shop.
 */
async function main(): Promise<void> {
  const port = Number(required("PORT"))
  const host = "127.0.0.1"
  await start({ directory: process.cwd(), port, host, types: false })
  if (process.env.ADMIN_EMAIL) {
    await ensureAdminUser(container, {
      email: process.env.ADMIN_EMAIL,
      password: required("ADMIN_PASSWORD"),
    })
  }
  if (process.env.SEED_DEMO_SHOP === "true") {
    await seedShop(container)
  }
  tellParent({ type: "ready", detail: { port } })
}

main().catch((error: unknown) => {
  tellParent({ type: "failed", message: messageOf(error) })
  console.error(messageOf(error))
  process.exit(1)
})
