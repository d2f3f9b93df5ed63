import type { HttpClient } from "./admin"

/** The tests' HTTP client for a host that is a process of its own; JSON only. */
export function fetchFrom(base_url: string): HttpClient {
  return {
    request: async ({ method, url, data, headers, validateStatus }) => {
      const answer = await fetch(`${base_url}${url}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        body: data === undefined ? undefined : JSON.stringify(data),
      })
      if (!answer.ok && !validateStatus?.()) {
        throw new Error(`${method} ${url} answered ${answer.status}`)
      }
      const text = await answer.text()
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        data: text ? (JSON.parse(text) as unknown) : undefined,
      }
    },
  }
}
