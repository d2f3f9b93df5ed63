import { setTimeout as sleep } from "node:timers/promises"

/** Signs in and returns a client of Medusa's admin API. */
export async function signIn(url, { email, password }) {
  const request = async (method, path, body, token) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) {
      throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    }
    return text ? JSON.parse(text) : {}
  }
  const { token } = await request("POST", "/auth/user/emailpass", {
    email,
    password,
  })
  return {
    get: (path) => request("GET", path, undefined, token),
    post: (path, body = {}) => request("POST", path, body, token),
  }
}

/**
 * Follows a run to its end.
 *
 * @param tell receives the progress, each time it has moved
 * @throws when the run failed, with its own words
 */
export async function finishRun(client, id, tell = () => {}) {
  let last = ""
  for (;;) {
    const { run } = await client.get(`/admin/marketplaces/runs/${id}`)
    if (run.status === "done") {
      return run
    }
    if (run.status === "failed") {
      throw new Error(`The run ${run.kind} failed: ${JSON.stringify(run)}`)
    }
    const now = JSON.stringify(run.progress)
    if (now !== last) {
      tell(run.progress)
      last = now
    }
    await sleep(200)
  }
}
