import { MarketplaceError } from "../../../domain/provider/marketplace-error"
import { Page } from "../../../domain/provider/marketplace-provider"
import { JsonObject } from "../../../domain/shared/json"
import { options } from "../__fixtures__/options"
import { buildOrder } from "../__fixtures__/order"
import {
  answer,
  buildAccess,
  failure,
  Reply,
  scriptedFetch,
  SentRequest,
} from "../__fixtures__/scripted-fetch"
import { TikTokShopProvider } from "../provider"

const NOW = 1_760_000_000

function setUp(...replies: Reply[]) {
  const { fetch, sent } = scriptedFetch(...replies)
  const provider = new TikTokShopProvider({}, options, {
    fetch,
    now: () => NOW * 1000,
    random: () => 0,
  })
  return { provider, sent, access: buildAccess() }
}

async function all<T>(pages: AsyncIterable<Page<T>>): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) {
    items.push(...page.items)
  }
  return items
}

const bodyOf = (request: SentRequest): JsonObject =>
  JSON.parse(request.body ?? "{}")
const order = (id: number, more: JsonObject = {}) =>
  buildOrder({ id: String(id), ...more })
const day = 86_400

describe("readOrders", () => {
  const window = {
    by: "updated_at",
    from: new Date((NOW - day) * 1000 + 500),
    to: new Date(NOW * 1000 - 500),
    lane: "orders",
  } as const

  it("walks the pages with the same filter, oldest change first", async () => {
    const { provider, sent, access } = setUp(
      answer({ orders: [order(1)], next_page_token: "t/1=", total_count: 2 }),
      answer({ orders: [order(2)], next_page_token: "", total_count: 2 })
    )
    const orders = await all(provider.readOrders(access, window))
    expect(orders.map((one) => one.external_id)).toEqual(["1", "2"])

    const queries = sent.map(({ url }) => Object.fromEntries(url.searchParams))
    expect(queries[0]).toMatchObject({
      page_size: "100",
      sort_field: "update_time",
      sort_order: "ASC",
      shop_cipher: "ROW_demoCipherVN01",
    })
    expect(queries.map((query) => query.page_token)).toEqual([
      undefined,
      "t/1=",
    ])
    expect(sent.map(bodyOf)).toEqual([
      { update_time_ge: NOW - day, update_time_lt: NOW },
      { update_time_ge: NOW - day, update_time_lt: NOW },
    ])
  })

  it("makes one pass per raw status", async () => {
    const { provider, sent, access } = setUp(answer({ orders: [] }))
    await all(
      provider.readOrders(access, {
        ...window,
        by: "placed_at",
        statuses: ["new", "cancelled_by_buyer", "cancelled_by_seller"],
        lane: "history",
      })
    )
    expect(sent.map((one) => bodyOf(one).order_status)).toEqual([
      "UNPAID",
      "ON_HOLD",
      "CANCELLED",
    ])
    expect(bodyOf(sent[0])).toMatchObject({
      create_time_ge: NOW - day,
      create_time_lt: NOW,
    })
    expect(sent[0].url.searchParams.get("sort_field")).toBe("create_time")
    expect(access.lanes).toEqual(["history", "history", "history"])
  })

  it("cuts a long range into windows without gap or overlap", async () => {
    const { provider, sent, access } = setUp(answer({ orders: [] }))
    const from = new Date((NOW - 20 * day) * 1000)
    await all(provider.readOrders(access, { ...window, from }))
    const bounds = sent
      .map(bodyOf)
      .map((body) => [Number(body.update_time_ge), Number(body.update_time_lt)])
    expect(bounds).toEqual([
      [NOW - 20 * day, NOW - 13 * day],
      [NOW - 13 * day, NOW - 6 * day],
      [NOW - 6 * day, NOW],
    ])
  })

  it("ends when a token comes again and everything has come", async () => {
    const { provider, sent, access } = setUp(
      answer({ orders: [order(1)], next_page_token: "same", total_count: 2 }),
      answer({ orders: [order(2)], next_page_token: "same", total_count: 2 })
    )
    expect(await all(provider.readOrders(access, window))).toHaveLength(2)
    expect(sent).toHaveLength(2)
  })

  it("does not take a circle for the end", async () => {
    const { provider, access } = setUp(
      answer({ orders: [order(1)], next_page_token: "same", total_count: 9 })
    )
    await expect(
      all(provider.readOrders(access, window))
    ).rejects.toMatchObject({
      kind: "invalid_response",
      message: "TikTok Shop: the pages of orders repeat after 1 of 9",
    })
  })

  it("keeps an order that cannot be mapped, so that it can be parked", async () => {
    const broken = order(1, { status: null, update_time: "?", line_items: 7 })
    const { provider, access } = setUp(answer({ orders: [broken, order(2)] }))
    const orders = await all(provider.readOrders(access, window))
    expect(orders).toMatchObject([
      { external_id: "1", raw_status: "", payload: broken },
      { external_id: "2", raw_status: "AWAITING_SHIPMENT" },
    ])
  })

  it("gives an order without an id up as an answer without meaning", async () => {
    const { provider, access } = setUp(answer({ orders: [{ status: "X" }] }))
    await expect(
      all(provider.readOrders(access, window))
    ).rejects.toMatchObject({
      kind: "invalid_response",
      message: expect.stringContaining("orders[0].id: is missing"),
    })
  })
})

describe("readOrdersById", () => {
  const idsOf = (request: SentRequest) =>
    (request.url.searchParams.get("ids") ?? "").split(",")
  const known: Reply = (request) =>
    answer({
      orders: idsOf(request)
        .filter((id) => Number(id) % 10 !== 0)
        .map((id) => order(Number(id))),
    })

  it("asks for fifty at a time, each once, and leaves unknown ones out", async () => {
    const { provider, sent, access } = setUp(known)
    const ids = Array.from({ length: 120 }, (_, index) => String(index + 1))
    const orders = await provider.readOrdersById(
      access,
      [...ids, "1", "2"],
      "orders"
    )
    expect(sent.map((request) => idsOf(request).length)).toEqual([50, 50, 20])
    expect(orders).toHaveLength(108)
  })

  it("finds the others when TikTok refuses one id", async () => {
    const picky: Reply = (request) =>
      idsOf(request).includes("3")
        ? answer({}, { code: 11001099, message: "not found", status: 404 })
        : known(request)
    const { provider, access } = setUp(picky)
    const orders = await provider.readOrdersById(
      access,
      ["1", "2", "3", "4"],
      "orders"
    )
    expect(orders.map((one) => one.external_id)).toEqual(["1", "2", "4"])
  })

  it("asks nothing for no ids", async () => {
    const { provider, sent, access } = setUp()
    expect(await provider.readOrdersById(access, [], "orders")).toEqual([])
    expect(sent).toHaveLength(0)
  })
})

describe("readListings", () => {
  const product = (id: number, more: JsonObject = {}): JsonObject => ({
    id: String(id),
    title: `Ly ${id}`,
    status: "ACTIVATE",
    create_time: NOW - id,
    update_time: NOW,
    skus: [
      {
        id: String(id * 10),
        seller_sku: "",
        status_info: { status: "NORMAL" },
        price: { currency: "VND", tax_exclusive_price: "199000" },
        inventory: [{ warehouse_id: "7", quantity: 40 }],
      },
    ],
    ...more,
  })
  const detail = (id: string): JsonObject => ({
    id,
    description: "<p>Men lam</p>",
    main_images: [{ urls: ["https://img.example/1.jpg", "x"] }, { urls: [] }],
    skus: [
      {
        id: `${id}0`,
        identifier_code: { code: "8930000000000", type: "EAN" },
        sales_attributes: [
          {
            name: "Màu",
            value_name: "Lam",
            sku_img: { urls: ["https://img.example/lam.jpg"] },
          },
          { name: "Cỡ", value_name: "S" },
        ],
      },
    ],
  })
  /** Answers searches by what the filter lets through and details by id. */
  const shop =
    (products: JsonObject[], most = 10_000): Reply =>
    (request) => {
      const id = /products\/(\d+)$/.exec(request.url.pathname)?.[1]
      if (id) {
        return answer(detail(id))
      }
      const { create_time_ge = 0, create_time_le = NOW } = bodyOf(request)
      const hits = products.filter(
        ({ create_time }) =>
          Number(create_time) >= Number(create_time_ge) &&
          Number(create_time) <= Number(create_time_le)
      )
      return hits.length > most
        ? failure(12052180, "too many")
        : answer({ products: hits, total_count: hits.length })
    }

  it("joins the search with the detail", async () => {
    const { provider, access } = setUp(shop([product(1)]))
    expect(await all(provider.readListings(access))).toEqual([
      {
        external_product_id: "1",
        external_sku_id: "10",
        seller_sku: null,
        barcode: "8930000000000",
        title: "Ly 1",
        sku_title: "Lam, S",
        attributes: [
          { name: "Màu", value: "Lam" },
          { name: "Cỡ", value: "S" },
        ],
        description: "<p>Men lam</p>",
        price: 199000,
        currency_code: "vnd",
        image_urls: ["https://img.example/1.jpg"],
        image_url: "https://img.example/lam.jpg",
        quantities: [{ warehouse_external_id: "7", quantity: 40 }],
        fulfilled_by: "seller",
        active: true,
        external_updated_at: new Date(NOW * 1000),
      },
    ])
    expect(access.lanes).toEqual(["catalogue", "catalogue"])
  })

  it("prefers the price that is shown", async () => {
    const price = {
      currency: "VND",
      sale_price: "250000",
      tax_exclusive_price: "199000",
    }
    const skus = [{ id: "10", price }]
    const { provider, access } = setUp(shop([product(1, { skus })]))
    expect(await all(provider.readListings(access))).toMatchObject([
      { price: 250000 },
    ])
  })

  it("leaves deleted products out and asks for no detail of frozen ones", async () => {
    const { provider, sent, access } = setUp(
      shop([
        product(1, { status: "FREEZE" }),
        product(2, { status: "DELETED" }),
      ])
    )
    expect(await all(provider.readListings(access))).toMatchObject([
      { external_product_id: "1", active: false, image_urls: [] },
    ])
    expect(sent).toHaveLength(1)
  })

  it.each<[string, JsonObject]>([
    ["a product taken off", { status: "SELLER_DEACTIVATED" }],
    ["a gift", { is_not_for_sale: true }],
    [
      "a SKU taken off",
      { skus: [{ id: "10", status_info: { status: "DEACTIVATED" } }] },
    ],
  ])("%s is not on sale", async (_what, more) => {
    const { provider, access } = setUp(shop([product(1, more)]))
    expect(await all(provider.readListings(access))).toMatchObject([
      { active: false },
    ])
  })

  it("keeps a SKU whose price cannot be understood", async () => {
    const skus = [{ id: "10", price: { currency: "VND", sale_price: "1.5" } }]
    const { provider, access } = setUp(shop([product(1, { skus })]))
    expect(await all(provider.readListings(access))).toMatchObject([
      { external_sku_id: "10", price: null, currency_code: "vnd" },
    ])
  })

  it("slices by creation time when there are too many, each product once", async () => {
    const products = Array.from({ length: 40 }, (_, index) =>
      product(index + 1, { create_time: NOW - index * 3 * day })
    )
    const { provider, access } = setUp(shop(products, 7))
    const ids = (await all(provider.readListings(access))).map(
      (one) => one.external_product_id
    )
    expect(ids).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
  })

  it("gives up when one second alone holds too many", async () => {
    const products = [product(1), product(1), product(1)]
    const { provider, access } = setUp(shop(products, 2))
    const error = await all(provider.readListings(access)).catch(
      (reason: unknown) => reason
    )
    expect(error).toBeInstanceOf(MarketplaceError)
    expect(error).toMatchObject({ kind: "rejected", code: "12052180" })
  })
})

describe("connecting", () => {
  const token = {
    access_token: "access-1",
    access_token_expire_in: NOW + 7 * day,
    refresh_token: "refresh-1",
    refresh_token_expire_in: NOW + 365 * day,
    open_id: "open-1",
    seller_name: "Nhà Gốm",
    seller_base_region: "VN",
    user_type: 0,
    granted_scopes: ["seller.order.info"],
  }
  const shops = (region: string) => ({
    shops: [{ id: "7495", name: "Nhà Gốm", region, cipher: "c", code: "VN1" }],
  })

  it("gives the account, its credentials and its shops", async () => {
    const { provider, sent } = setUp(answer(token), answer(shops("VN")))
    expect(await provider.completeAuthorization({ code: "code-1" })).toEqual({
      account: { external_id: "open-1", name: "Nhà Gốm" },
      credentials: {
        values: { access_token: "access-1", refresh_token: "refresh-1" },
        expires_at: new Date((NOW + 7 * day) * 1000),
        refresh_expires_at: new Date((NOW + 365 * day) * 1000),
      },
      scopes: ["seller.order.info"],
      shops: [
        {
          external_id: "7495",
          name: "Nhà Gốm",
          region: "VN",
          currency_code: "vnd",
          provider_data: { shop_cipher: "c" },
        },
      ],
    })
    expect(sent[1].url.searchParams.has("shop_cipher")).toBe(false)
  })

  it.each([1, 3])("refuses user_type %i", async (user_type) => {
    const { provider } = setUp(answer({ ...token, user_type }))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({
      kind: "rejected",
      message: expect.stringContaining("no seller"),
    })
  })

  it("names a market it does not know", async () => {
    const { provider } = setUp(answer(token), answer(shops("XX")))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({
      kind: "invalid_response",
      message: expect.stringContaining('"XX"'),
    })
  })

  it.each([
    [36004004, "", "code_invalid", "start connecting again"],
    [36004003, "app_secret is bad", "credentials_invalid", "option appSecret"],
    [36004002, "invalid app_key", "credentials_invalid", "option appKey"],
  ])("code %i says what to do", async (code, message, kind, remedy) => {
    const { provider } = setUp(failure(code, message))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(remedy),
    })
  })

  it("does not take half an answer for a token", async () => {
    const { provider } = setUp(answer({ ...token, refresh_token: "" }))
    await expect(
      provider.completeAuthorization({ code: "code-1" })
    ).rejects.toMatchObject({ kind: "invalid_response" })
  })

  const old = {
    values: { access_token: "access-0", refresh_token: "refresh-0" },
    expires_at: null,
    refresh_expires_at: null,
  }

  it("renews with the refresh token and gives the new pair", async () => {
    const { provider, sent } = setUp(answer(token))
    const renewed = await provider.renewCredentials(old)
    expect(renewed.values.refresh_token).toBe("refresh-1")
    const query = sent[0].url.searchParams
    expect(query.get("refresh_token")).toBe("refresh-0")
    expect(query.get("grant_type")).toBe("refresh_token")
  })

  it.each([
    [36004004, "", "authorization_refused"],
    [36004009, "refresh_token expired", "authorization_refused"],
    [36004003, "app_secret is invalid", "credentials_invalid"],
    [36009033, "ip", "authorization_refused"],
  ])("renewing, code %i %p is %s", async (code, message, kind) => {
    const { provider } = setUp(failure(code, message))
    await expect(provider.renewCredentials(old)).rejects.toMatchObject({ kind })
  })

  it("finds its own shop among several", async () => {
    const two = [
      { id: "1", region: "VN", cipher: "a" },
      { id: "7495000000000000123", region: "VN", cipher: "b" },
    ]
    const { provider, access } = setUp(answer({ shops: two }))
    expect(await provider.readShop(access)).toMatchObject({
      external_id: "7495000000000000123",
      provider_data: { shop_cipher: "b" },
    })
  })

  it("needs a person when its shop is not among them", async () => {
    const { provider, access } = setUp(answer(shops("VN")))
    await expect(provider.readShop(access)).rejects.toMatchObject({
      kind: "authorization_refused",
    })
  })

  it("takes warehouses that goods are sent from only", async () => {
    const warehouses = [
      { id: "1", name: "Kho bán", type: "SALES_WAREHOUSE", is_default: true },
      { id: "2", name: "Kho trả", type: "RETURN_WAREHOUSE", is_default: false },
    ]
    const { provider, access } = setUp(answer({ warehouses }))
    expect(await provider.readWarehouses(access)).toEqual([
      { external_id: "1", name: "Kho bán", is_default: true },
    ])
  })
})
