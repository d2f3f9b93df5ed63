import { createServer, RequestListener, Server } from "node:http"
import { lookup } from "node:dns/promises"
import { AddressInfo } from "node:net"
import { hostname } from "node:os"
import { errorOf } from "../../__fixtures__/error-of"
import { networkError, scriptedFetch } from "../../__fixtures__/scripted-fetch"
import { download, DownloadRules } from "../download"

const RULES: DownloadRules = {
  allowed_hosts: [],
  max_bytes: 1000,
  accept: ["text/html"],
  timeout_ms: 2000,
}
const PAGE = "https://files.example.test/label.html?sign=secret"

const page = (body = "<p>hi</p>", headers: Record<string, string> = {}) =>
  new Response(body, {
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
  })
const redirect = (location: string) =>
  new Response(null, { status: 302, headers: { location } })

function asking(...replies: Parameters<typeof scriptedFetch>) {
  const { fetch, sent } = scriptedFetch(...replies)
  const get = (url: string, rules: Partial<DownloadRules> = {}) =>
    download({ marketplace: "Market", fetch }, url, { ...RULES, ...rules })
  return { get, sent }
}

it("gives the bytes and the kind, and sends no credentials", async () => {
  const { get, sent } = asking(page())
  const { bytes, content_type } = await get(PAGE)
  expect(Buffer.from(bytes).toString()).toBe("<p>hi</p>")
  expect(content_type).toBe("text/html")
  expect(Object.keys(sent[0].headers).sort()).toEqual(["accept", "user-agent"])
})

it.each([
  "http://files.example.test/a",
  "https://localhost/a",
  "https://db.internal/a",
  "https://127.0.0.1/a",
  "https://0x7f.1/a",
  "https://[::1]/a",
  "https://169.254.169.254/latest",
  "https://user:word@files.example.test/a",
  "file:///etc/passwd",
  "data:text/html,hi",
  "",
])("does not ask %p", async (url) => {
  const { get, sent } = asking(page())
  expect(await errorOf(get(url))).toMatchObject({ kind: "rejected" })
  expect(sent).toEqual([])
})

it("asks a trusted host without TLS, and only at its port", async () => {
  const { get } = asking(page())
  const rules = { allowed_hosts: ["localhost:4010"] }
  await expect(get("http://localhost:4010/a", rules)).resolves.toBeDefined()
  await expect(errorOf(get("http://localhost:5432/a", rules))).resolves.toEqual(
    expect.objectContaining({ kind: "rejected" })
  )
})

it("follows a redirect within the host, and none to another", async () => {
  const within = asking(redirect("/elsewhere.html"), page())
  await within.get(PAGE)
  expect(within.sent.map(({ url }) => url.pathname)).toEqual([
    "/label.html",
    "/elsewhere.html",
  ])
  for (const to of ["https://evil.example.test/", "http://127.0.0.1/"]) {
    const { get, sent } = asking(redirect(to), page())
    expect(await errorOf(get(PAGE))).toMatchObject({ kind: "rejected" })
    expect(sent).toHaveLength(1)
  }
  const down = asking(redirect(PAGE.replace("https", "http")), page())
  expect(await errorOf(down.get(PAGE))).toMatchObject({ kind: "rejected" })
  const circle = asking(redirect(PAGE))
  expect(await errorOf(circle.get(PAGE))).toMatchObject({
    kind: "invalid_response",
  })
})

it("takes no more than the limit, whatever the length is said to be", async () => {
  const exact = asking(page("x".repeat(1000)))
  expect((await exact.get(PAGE)).bytes).toHaveLength(1000)
  const said: Record<string, string>[] = [{}, { "content-length": "12" }]
  for (const headers of said) {
    const { get } = asking(page("x".repeat(1001), headers))
    expect(await errorOf(get(PAGE))).toMatchObject({ kind: "rejected" })
  }
})

it("takes only the kinds that were asked for", async () => {
  const other = asking(page("{}", { "content-type": "application/json" }))
  expect(await errorOf(other.get(PAGE))).toMatchObject({
    kind: "invalid_response",
  })
})

it.each([
  [404, "not_found"],
  [403, "not_found"],
  [429, "rate_limited"],
  [503, "unavailable"],
  [418, "invalid_response"],
])("sorts HTTP %i as %s", async (status, kind) => {
  const { get } = asking(new Response("no", { status }))
  const error = await errorOf(get(PAGE))
  expect(error).toMatchObject({ kind, http_status: status })
  expect(error.message).not.toContain("secret")
})

it("says when no answer comes", async () => {
  const { get } = asking(networkError("ECONNRESET"))
  expect(await errorOf(get(PAGE))).toMatchObject({
    kind: "unavailable",
    message: "Market: no answer (ECONNRESET)",
  })
})

describe("over HTTP", () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  async function serve(handler: RequestListener): Promise<URL> {
    const started = createServer(handler)
    server = started
    await new Promise<void>((resolve) =>
      started.listen(0, "127.0.0.1", resolve)
    )
    const { port } = started.address() as AddressInfo
    return new URL(`http://127.0.0.1:${port}/`)
  }
  const fetchFrom = (url: URL, rules: Partial<DownloadRules> = {}) =>
    download({ marketplace: "Market" }, url.href, {
      ...RULES,
      allowed_hosts: [url.host],
      ...rules,
    })

  it("asks no name that leads inside", async () => {
    // A machine's own name leads to itself, where it leads anywhere.
    if (!(await lookup(hostname()).catch(() => null))) {
      return
    }
    const url = `https://${hostname()}/label.html`
    const error = await errorOf(download({ marketplace: "Market" }, url, RULES))
    expect(error).toMatchObject({ kind: "rejected" })
  })

  it("stops reading a body that has no end", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/html" })
      const timer = setInterval(() => response.write("x".repeat(600)), 5)
      response.on("close", () => clearInterval(timer))
    })
    expect(await errorOf(fetchFrom(url))).toMatchObject({ kind: "rejected" })
  })

  it("does not wait for a body that never comes", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/html" })
      response.write("<p>")
    })
    expect(await errorOf(fetchFrom(url, { timeout_ms: 100 }))).toMatchObject({
      kind: "unavailable",
      message: "Market: no answer (timeout)",
    })
  })
})
