import { Sandbox, startSandbox } from "../index"
import { App } from "./app"
import { TikiClient } from "./tiki-app"

type Start = () => Promise<Sandbox>

/**
 * A sandbox for the tests of this `describe`: its TikTok Shop is as new before each, every
 * answer is as TikTok describes it, and `app` is let in.
 */
export function tikTokSuite(start: Start = startSandbox): {
  readonly sandbox: Sandbox
  readonly app: App
} {
  let sandbox: Sandbox
  let app: App
  // The first call of each kind reads TikTok's description.
  jest.setTimeout(20_000)
  beforeAll(async () => {
    sandbox = await start()
  })
  beforeEach(() => {
    sandbox.tiktok.reset()
    app = new App(sandbox)
  })
  afterEach(() => expect(sandbox.tiktok.violations).toEqual([]))
  afterAll(() => sandbox.close())
  return {
    get sandbox() {
      return sandbox
    },
    get app() {
      return app
    },
  }
}

/**
 * The same with Tiki, whose `client` is the first seller's own app.
 * @param as_described false for tests that call what Tiki's description does not know.
 */
export function tikiSuite(
  start: Start = startSandbox,
  { as_described = true } = {}
): {
  readonly sandbox: Sandbox
  readonly client: TikiClient
} {
  let sandbox: Sandbox
  let client: TikiClient
  beforeAll(async () => {
    sandbox = await start()
  })
  beforeEach(() => {
    sandbox.tiki.reset()
    client = new TikiClient(sandbox)
  })
  if (as_described) {
    afterEach(() => expect(sandbox.tiki.violations).toEqual([]))
  }
  afterAll(() => sandbox.close())
  return {
    get sandbox() {
      return sandbox
    },
    get client() {
      return client
    },
  }
}
