import { createServer, RequestListener } from "node:http"
import { AddressInfo } from "node:net"

export type Listening = {
  port: number
  /** Breaks open connections, also those a fault keeps waiting. */
  close(): Promise<void>
}

/**
 * Serves on the loopback interface.
 * @param port 0 for any free one.
 */
export async function listen(
  handler: RequestListener,
  port: number
): Promise<Listening> {
  const server = createServer(handler)
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "localhost", resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
