import { createRequire } from "node:module"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Client } from "pg"

/** What is watched of a `pg` client. */
export type PatchableClient = {
  query(...args: unknown[]): unknown
  connect(...args: unknown[]): unknown
  once(event: "end", heard: () => void): unknown
  /** Of its session, as PostgreSQL names it. */
  processID?: number | null
  in_transaction?: boolean
}
type PatchableClass = { prototype: PatchableClient }

/** The client classes that a Medusa works with: its own, and its object mapper's where that has one. */
export function postgresClients(): PatchableClass[] {
  const own = Client as unknown as PatchableClass
  const mapper = mappersClient()
  return mapper && mapper !== own ? [own, mapper] : [own]
}

/**
 * Whoever waits for a connection that cannot be made hears so at once. Medusa's pool would go on
 * trying for a minute, and so would what a killed process had begun.
 */
export function failConnectsAtOnce(container: MedusaContainer): void {
  const { client } = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { pool } = client as { pool: { propagateCreateError: boolean } }
  pool.propagateCreateError = true
}

function mappersClient(): PatchableClass | undefined {
  const load = createRequire(require.resolve("@mikro-orm/postgresql"))
  try {
    return (load("pg") as { Client: PatchableClass }).Client
  } catch {
    return undefined
  }
}
