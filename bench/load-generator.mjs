import { Agent, request } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { parentPort, workerData } from "node:worker_threads"

/**
 * Sends requests at a fixed rate from a thread of its own, whether or not earlier ones
 * have been answered. Posts `{ milliseconds, status, due_at }` for each, counted from the
 * moment at which it was due (milliseconds since 1970, UTC), so that a server that falls
 * behind cannot hide it.
 *
 * workerData: `{ url, method, per_second, requests: [{ headers, body }] }`
 */
const { url, method, per_second, requests } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

function send(one, due) {
  const { headers, body } = one
  return new Promise((done, fail) => {
    const call = request(url, { method, headers, agent }, (response) => {
      response.resume()
      response.once("end", () =>
        done({
          milliseconds: performance.now() - due,
          status: response.statusCode,
          due_at: performance.timeOrigin + due,
        })
      )
    })
    call.once("error", (error) => {
      // The server had just closed the idle connection.
      if (call.reusedSocket && error.code === "ECONNRESET") {
        send(one, due).then(done, fail)
      } else {
        fail(error)
      }
    })
    call.end(body)
  })
}

const start = performance.now() + 50
const answers = requests.map(async (one, place) => {
  const due = start + (place * 1000) / per_second
  await sleep(Math.max(due - performance.now(), 0))
  return send(one, due)
})
parentPort.postMessage(await Promise.all(answers))
agent.destroy()
