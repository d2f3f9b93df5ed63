import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../domain/shared/error-message"

const working = new Map<string, Promise<void>>()

/**
 * Does work beside everything else in this process, so that neither the event bus nor
 * the tick waits for it. Work under the same key that is under way is not begun twice;
 * what it leaves undone is in rows, and the next tick finds it.
 */
export function inBackground(
  container: MedusaContainer,
  key: string,
  work: () => Promise<void>
): void {
  if (working.has(key)) {
    return
  }
  const running = work()
    .catch((error: unknown) => {
      const reason = errorMessage(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`marketplaces: ${key} failed: ${reason}`)
    })
    .finally(() => working.delete(key))
  working.set(key, running)
}

/**
 * Whether this process does what is due: one that only serves leaves it to the workers, whose
 * ticks find it.
 */
export function worksInBackground(container: MedusaContainer): boolean {
  const { projectConfig } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  return projectConfig.workerMode !== "server"
}

/** How much work under keys that begin with `prefix` is under way in this process. */
export function backgroundCount(prefix: string): number {
  return [...working.keys()].filter((key) => key.startsWith(prefix)).length
}

/** Resolves when nothing is under way any more. */
export async function backgroundIdle(): Promise<void> {
  while (working.size) {
    await Promise.all(working.values())
  }
}
