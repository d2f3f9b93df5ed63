/** How often whoever works on something says that it is alive (milliseconds). */
const KEEP_MS = 3000

/**
 * Renews a lease every few seconds, so that it may be short: after a crash others wait for its
 * end. A beat that is lost is made good by the next one, and none is begun while one is under
 * way; whoever was taken over finds out when it wants to write.
 * @returns what ends that.
 */
export function keepAlive(renew: () => Promise<unknown>): () => void {
  let renewing = false
  const keeping = setInterval(() => {
    if (!renewing) {
      renewing = true
      renew()
        .catch(() => undefined)
        .finally(() => (renewing = false))
    }
  }, KEEP_MS)
  return () => clearInterval(keeping)
}
