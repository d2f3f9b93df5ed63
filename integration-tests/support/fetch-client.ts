import type { HttpClient } from "./admin"

/** The tests' HTTP client for a host that is a process of its own; JSON and forms. */
export function fetchFrom(base_url: string): HttpClient {
  return {
    request: async ({ method, url, data, headers, validateStatus }) => {
      const form = data instanceof FormData ? data : null
      const json = data === undefined ? undefined : JSON.stringify(data)
      const answer = await fetch(`${base_url}${url}`, {
        method,
        headers: {
          ...(form ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        body: form ?? json,
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
