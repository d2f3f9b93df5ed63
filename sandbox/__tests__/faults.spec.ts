import { setTimeout as sleep } from "node:timers/promises"
import { Sandbox, startSandbox } from "../index"
import { App } from "../__fixtures__/app"

describe("faults on demand", () => {
  let sandbox: Sandbox
  let app: App
  const path = "/logistics/202309/warehouses"

  beforeAll(async () => {
    sandbox = await startSandbox()
  })
  beforeEach(() => {
    sandbox.tiktok.reset()
    app = new App(sandbox)
  })
  afterAll(() => sandbox.close())

  it("strikes as often as told, then lets go", async () => {
    sandbox.tiktok.faults.add({
      kind: "429",
      path: "/logistics/",
      times: 2,
      retry_after: 3,
    })

    expect((await app.get("/authorization/202309/shops")).code).toBe(0)
    const struck = await app.get(path)
    expect(struck).toMatchObject({ code: 36009002, http_status: 429 })
    expect(struck.headers.get("retry-after")).toBe("3")
    expect((await app.get(path)).code).toBe(36009002)
    expect((await app.get(path)).code).toBe(0)
  })

  it("waits for its turn and matches by pattern and method", async () => {
    sandbox.tiktok.faults.add({ kind: "500", path: "/log*/ware", skip: 1 })
    sandbox.tiktok.faults.add({ kind: "503", method: "post" })

    expect((await app.get(path)).code).toBe(0)
    expect((await app.get(path)).http_status).toBe(500)
    expect((await app.get(path)).code).toBe(0)
    expect(sandbox.tiktok.faults.pending()).toHaveLength(1)
  })

  it("answers with any of TikTok's own errors", async () => {
    sandbox.tiktok.faults.add({
      kind: "envelope",
      code: 36009007,
      message: "timeout",
    })

    expect(await app.get(path)).toMatchObject({
      code: 36009007,
      http_status: 200,
      message: "timeout",
    })
  })

  it.each(["html", "truncated"] as const)(
    "answers %s, which is no JSON",
    async (kind) => {
      sandbox.tiktok.faults.add({ kind })
      await expect(app.get(path)).rejects.toMatchObject({ name: "SyntaxError" })
      expect((await app.get(path)).code).toBe(0)
    }
  )

  const push = async (quantity: number) => {
    const [product] = sandbox.tiktok.catalogue.ofShop(sandbox.tiktok.shop().id)
    const id = product.skus[0].id
    const skus = [{ id, inventory: [{ quantity }] }]
    const update = `/product/202309/products/${product.id}/inventory/update`
    return app.post(update, { skus })
  }
  const available = () => sandbox.tiktok.books().shops[0].stock[0].available

  it("loses the answer of a write that has happened", async () => {
    sandbox.tiktok.faults.add({ kind: "lost_answer", path: "inventory/update" })

    await expect(push(5)).rejects.toThrow()
    expect(available()).toBe(5)
  })

  it("keeps the answer of a write that has happened to itself", async () => {
    sandbox.tiktok.faults.add({ kind: "unanswered", path: "inventory/update" })
    const answer = push(5).then(
      () => "answered",
      () => "broken off"
    )
    const silence = sleep(200).then(() => "silence")

    expect(await Promise.race([answer, silence])).toBe("silence")
    expect(available()).toBe(5)
  })

  it("breaks off before a write has happened", async () => {
    sandbox.tiktok.faults.add({ kind: "reset", path: "inventory/update" })

    await expect(push(5)).rejects.toThrow()
    expect(available()).toBe(60)
  })

  it("leaves a request without an answer", async () => {
    sandbox.tiktok.faults.add({ kind: "timeout" })
    const waiting = fetch(sandbox.urls.api + path, {
      signal: AbortSignal.timeout(150),
    })

    await expect(waiting).rejects.toThrow("timeout")
    expect(sandbox.tiktok.calls.list(path)[0].status).toBe(0)
  })

  it("refuses a kind that it does not have", async () => {
    const answer = await fetch(`${sandbox.urls.control}/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"kind":"meteor"}',
    })

    expect(answer.status).toBe(409)
    expect(await answer.json()).toEqual({
      error: expect.stringContaining("meteor"),
    })
  })
})
