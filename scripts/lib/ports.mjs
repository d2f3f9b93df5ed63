import { createServer } from "node:net"

/** Whether nothing listens on this loopback port. */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((done) => {
    const server = createServer()
    server.once("error", () => done(false))
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => done(true))
    )
  })
}

/** A loopback port that nothing listens on, chosen by the system. */
export function freePort(host = "127.0.0.1") {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once("error", fail)
    server.listen({ port: 0, host }, () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

/**
 * The port to serve on: an explicit one must be free (throws otherwise); the
 * default one gives way to any free port.
 */
export async function choosePort(explicit, preferred) {
  if (explicit !== undefined && explicit !== "") {
    const port = Number(explicit)
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Error(
        `PORT must be a number from 1 to 65535, not "${explicit}".`
      )
    }
    if (!(await isFree(port))) {
      throw new Error(`Port ${port} is taken. Choose another one with PORT.`)
    }
    return port
  }
  return (await isFree(preferred)) ? preferred : freePort()
}
