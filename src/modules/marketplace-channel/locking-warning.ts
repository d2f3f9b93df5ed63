import { ProcessRow } from "./services/process-register"

/** A process as people find it: machine, process number, what it does, whose locks it uses. */
export function nameOfProcess({
  name,
  worker_mode,
  locking,
}: ProcessRow): string {
  return `${name} (${worker_mode}, ${locking})`
}

/** What is wrong with processes that do not share their locks, and the remedy. */
export function lockingWarning(processes: ProcessRow[]): string {
  return (
    `${processes.length} processes run beside one another and do not share their locks: ` +
    `${processes.map(nameOfProcess).join(", ")}. They may lose one another's reservations, ` +
    "so no marketplace's stock is raised. Set up locking with Redis " +
    "(@medusajs/medusa/locking-redis) or PostgreSQL (@medusajs/medusa/locking-postgres) " +
    "in medusa-config, or run a single process."
  )
}
