import { createRequire } from "node:module"
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

function mappersClient(): PatchableClass | undefined {
  const load = createRequire(require.resolve("@mikro-orm/postgresql"))
  try {
    return (load("pg") as { Client: PatchableClass }).Client
  } catch {
    return undefined
  }
}
