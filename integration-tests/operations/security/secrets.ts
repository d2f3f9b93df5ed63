import { inspect } from "node:util"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { backgroundIdle } from "../../../src/workflows/background"
import { SecretBoxService } from "../../../src/modules/marketplace-channel/services/secret-box"
import { marketplacesOf } from "../../../src/workflows/marketplaces"
import { tick } from "../../support/tick"
import { finishRun } from "../../support/runs"
import { rows } from "../health"
import { OperationsShop } from "../shop"
import { addressOf, adminRoutes } from "./routes"

/** What opens a shop is in no answer, no log and no row, whatever happens. */
export function secrets(at: () => OperationsShop): void {
  describe("secrets", () => {
    it("are written nowhere by connecting, renewing, failing and being shut out", async () => {
      const shop = at()
      const log = listen(shop)
      const known = new Set<string>(await secretsOf(shop))
      const answers: unknown[] = []

      for (const secret of await connectAgain(shop, answers)) {
        known.add(secret)
      }
      await work(shop, answers, known)
      shop.sandbox.tiktok.authorizations.expireAccess()
      await work(shop, answers, known)
      await failWithWords(shop, answers)
      shop.sandbox.tiktok.revoke()
      shop.sandbox.tiki.authorizations.revoke()
      await work(shop, answers, known)
      answers.push(...(await everyAnswer(shop)))

      const rows = await everyRow(shop)
      // What has to be found is found by this very search.
      expect(rows).toContain(shop.tiktok.name)
      expect(inspect(answers, DEEP)).toContain(shop.tiktok.name)
      expect(log.text()).toContain("marketplaces")
      expect(known.size).toBeGreaterThan(8)
      const places = { rows, answers: inspect(answers, DEEP), log: log.text() }
      const found = [...known].flatMap((secret) =>
        Object.entries(places)
          .filter(([, text]) => text.includes(secret))
          .map(([place]) => `${secret} is in ${place}`)
      )
      expect(found).toEqual([])
      log.stop()
    }, 120_000)

    it("move to a new key as they are used, and still open the shop", async () => {
      const shop = at()
      const { admin, container, tiktok } = shop
      const marketplaces = marketplacesOf(container)
      const { authorization_id: id } =
        await marketplaces.retrieveMarketplaceChannel(tiktok.id)
      const stored = () => marketplaces.retrieveMarketplaceAuthorization(id)
      const before = await stored()
      const next = boxWith("the key of next year", [
        String(process.env.MARKETPLACES_ENCRYPTION_KEY),
      ])
      // As a server that was started again with another key.
      const forgotten = boxWith("the key of years ago").seal("{}")
      await rows(
        shop,
        `UPDATE marketplace_authorization SET previous_secrets = ? WHERE id = ?`,
        [forgotten, id]
      )
      const old = { ...marketplaces.secrets }
      Object.assign(marketplaces.secrets, next)
      try {
        expect(next.isOutdated(before.secrets)).toBe(true)
        const { body } = await admin.post(`/channels/${tiktok.id}/test`)
        expect(body).toMatchObject({ ok: true })
        const after = await stored()
        expect(next.isOutdated(after.secrets)).toBe(false)
        expect(next.open(after.secrets)).toBe(next.open(before.secrets))
        expect(after.previous_secrets).toBeNull()
      } finally {
        Object.assign(marketplaces.secrets, old)
      }
    })
  })
}

const boxWith = (encryptionKey: string, previousEncryptionKeys?: string[]) =>
  new SecretBoxService({
    marketplaceOptions: { encryptionKey, previousEncryptionKeys },
  })

const DEEP = { depth: 12, maxArrayLength: null, maxStringLength: null }

/** Of the channels, the apps and the server. */
async function secretsOf({
  container,
  sandbox,
}: OperationsShop): Promise<string[]> {
  const marketplaces = marketplacesOf(container)
  const stored = await marketplaces.listMarketplaceAuthorizations({})
  const credentials = await Promise.all(
    stored.map(({ id }) => marketplaces.vault.credentials(id))
  )
  const { in_house, public: consented } = sandbox.tiki.options.apps
  const is_public = new Set([in_house.client_id, consented.client_id])
  return [
    ...credentials.flatMap(({ values }) => Object.values(values)),
    sandbox.tiktok.options.app.secret,
    in_house.client_secret,
    consented.client_secret,
    String(process.env.MARKETPLACES_ENCRYPTION_KEY),
  ].filter((text) => !is_public.has(text))
}

/** @returns codes and states that were on their way. */
async function connectAgain(
  { admin, base_url, sandbox }: OperationsShop,
  answers: unknown[]
): Promise<string[]> {
  const begun = await admin.post<{ authorization_url: string }>("/channels", {
    provider_id: "tiktok-shop",
  })
  const url = new URL(begun.body.authorization_url)
  const state = url.searchParams.get("state") ?? ""
  const code = sandbox.tiktok.consent()
  const returns: Record<string, string>[] = [
    { code, state },
    { code, state },
    { code: "ROW_a_code_of_nobody_at_all" },
    { code: "ROW_a_code_of_nobody_at_all", state: "a_state_of_nobody_at_all" },
  ]
  for (const query of returns) {
    const answer = await fetch(
      `${base_url}/hooks/marketplaces/tiktok-shop/callback?${new URLSearchParams(query)}`,
      { redirect: "manual" }
    )
    answers.push(Object.fromEntries(answer.headers), await answer.text())
  }
  const wrong = { client_id: "1", client_secret: "a_wrong_secret_of_somebody" }
  answers.push(
    await admin.post("/channels", { provider_id: "tiki", credentials: wrong }),
    await admin.post("/channels", {
      provider_id: "tiki",
      credentials: { client_secret: "half_a_secret_of_somebody" },
    })
  )
  return [
    state,
    code,
    "ROW_a_code_of_nobody_at_all",
    "a_state_of_nobody_at_all",
    "a_wrong_secret_of_somebody",
    "half_a_secret_of_somebody",
  ]
}

/** A day's calls; secrets that came of them are known afterwards. */
async function work(
  shop: OperationsShop,
  answers: unknown[],
  known: Set<string>
): Promise<void> {
  const { admin, container, tiki, tiktok } = shop
  const channel_ids = [tiktok.id, tiki.id]
  answers.push(
    await admin.post(`/channels/${tiktok.id}/test`),
    await admin.post(`/channels/${tiki.id}/test`)
  )
  await finishRun(admin, "/orders/downloads", { channel_ids }).then(
    (run) => answers.push(run),
    (error: unknown) => answers.push(error)
  )
  await tick(container)
  await backgroundIdle()
  for (const secret of await secretsOf(shop)) {
    known.add(secret)
  }
}

/** The marketplaces' own words hold what they were sent. */
async function failWithWords(
  { admin, container, sandbox, tiki, tiktok }: OperationsShop,
  answers: unknown[]
): Promise<void> {
  const { app } = sandbox.tiktok.options
  for (const { channel, twin, sent } of [
    { channel: tiktok, twin: sandbox.tiktok, sent: [app.secret] },
    { channel: tiki, twin: sandbox.tiki, sent: [] },
  ]) {
    const marketplaces = marketplacesOf(container)
    const { authorization_id } = await marketplaces.retrieveMarketplaceChannel(
      channel.id
    )
    const { values } = await marketplaces.vault.credentials(authorization_id)
    const { refresh_token: _, ...shown } = values
    for (const word of [...sent, ...Object.values(shown)]) {
      twin.faults.add({
        kind: "envelope",
        message: `you sent ${word} and that is wrong`,
        code: 36009022,
        status: 422,
        times: 1,
      })
      const answer = await admin.post(`/channels/${channel.id}/test`)
      expect(inspect(answer)).toContain("and that is wrong")
      answers.push(answer)
      twin.faults.clear()
    }
  }
}

/** What every route says to whoever asks it. */
function everyAnswer({ admin, tiktok }: OperationsShop): Promise<unknown[]> {
  return Promise.all(
    adminRoutes()
      .filter(({ method }) => method === "GET")
      .map((route) =>
        admin.get(
          `${addressOf(route, tiktok.id).replace("/admin/marketplaces", "")}?limit=200`
        )
      )
  )
}

/** Everything that the database holds, as text. */
async function everyRow({ container }: OperationsShop): Promise<string> {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: tables } = await pg.raw<{ rows: { name: string }[] }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await pg.raw<{ rows: { text: string | null }[] }>(
        `SELECT string_agg(whole::text, '\n') AS text FROM ${name} AS whole`
      )
      return rows[0].text ?? ""
    })
  )
  return texts.join("\n")
}

type Say = (...words: unknown[]) => unknown

/** Keeps what is logged from now on; it is logged all the same. */
function listen({ container }: OperationsShop): {
  text: () => string
  stop: () => void
} {
  const said: string[] = []
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const spies = (["info", "warn", "error", "debug"] as const).map((level) => {
    const say = logger[level].bind(logger) as Say
    return jest.spyOn(logger, level).mockImplementation(((
      ...words: unknown[]
    ) => {
      said.push(inspect(words, DEEP))
      return say(...words)
    }) as never)
  })
  return {
    text: () => said.join("\n"),
    stop: () => spies.forEach((spy) => spy.mockRestore()),
  }
}
