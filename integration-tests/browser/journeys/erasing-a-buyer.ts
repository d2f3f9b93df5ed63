import type { Stage } from "../support/stage"
import { VIETNAMESE } from "../support/words"
import { Workplace } from "../support/workplace"

const WORDS = {
  erase: "Xoá dữ liệu người mua",
  still_needed: "Vẫn còn cần dữ liệu người mua",
  not_delivered: "Kiện hàng chưa đến tay người mua.",
  what_goes: /^Tên, số điện thoại, địa chỉ/,
  for_good: /Không thể hoàn tác\.$/,
  cancel: "Huỷ bỏ",
  erased: /Đã xoá dữ liệu người mua của \d+ đơn/,
  erased_at: "đã xoá lúc",
}

type Order = {
  id: string
  external_id: string
  recipient: { name: string | null } | null
  buyer_erased_at: string | null
}

/** Somebody asks for their data to be erased: while it is needed it stays, then it goes for good. */
export function erasingABuyer(given: () => Stage) {
  describe("erasing a buyer, in Tiếng Việt", () => {
    let place: Workplace

    const firstWith = async (status: string): Promise<Order> => {
      const { orders } = await place.api.get<{ orders: Order[] }>(
        `/marketplaces/orders?status=${status}`
      )
      const named = orders.find(({ recipient }) => recipient?.name)
      if (!named) {
        throw new Error(`no order that is ${status} names its recipient`)
      }
      return named
    }
    const read = async ({ id }: Order) =>
      (await place.api.get<{ order: Order }>(`/marketplaces/orders/${id}`))
        .order
    const expectKept = async (order: Order) =>
      expect(await read(order)).toMatchObject({
        recipient: order.recipient,
        buyer_erased_at: null,
      })
    const drawer = () => place.page.getByRole("dialog")
    const question = () => place.page.getByRole("alertdialog")
    const openOrder = ({ id }: Order) =>
      place.page.goto(`${given().shop.url}/app/marketplaces/orders?order=${id}`)
    const asks = () => drawer().getByRole("button", { name: WORDS.erase })

    beforeAll(async () => {
      const { browser, shop } = given()
      place = await Workplace.open(browser, shop, VIETNAMESE)
    }, 120_000)
    afterAll(() => place?.close())

    it("is refused while the parcel has not arrived, with the reason", async () => {
      const waiting = await firstWith("confirmed")
      await openOrder(waiting)
      await asks().click()
      await place.page.getByText(WORDS.still_needed).waitFor()
      await place.page.getByText(WORDS.not_delivered).waitFor()
      expect(await question().count()).toBe(0)
      await expectKept(waiting)
    }, 120_000)

    it("asks first, and leaves everything when it was not meant", async () => {
      const over = await firstWith("cancelled_by_seller")
      await openOrder(over)
      await asks().click()
      await question().getByText(WORDS.what_goes).waitFor()
      await question().getByText(WORDS.for_good).waitFor()
      await question().getByRole("button", { name: WORDS.cancel }).click()
      await question().waitFor({ state: "detached" })
      await expectKept(over)
    }, 120_000)

    it("then erases, and says since when", async () => {
      const over = await firstWith("cancelled_by_seller")
      await given().pictures.take("erasing", async (page, open) => {
        await open(`/orders?order=${over.id}`)
        await page
          .getByRole("dialog")
          .getByRole("button", { name: /^(Erase|Xoá)/ })
          .click()
        await page.getByRole("alertdialog").waitFor()
      })
      await openOrder(over)
      await asks().focus()
      await place.page.keyboard.press("Enter")
      await question().getByRole("button", { name: WORDS.erase }).click()
      await place.page.getByText(WORDS.erased).waitFor()
      await drawer().getByText(WORDS.erased_at).waitFor()
      expect(await asks().count()).toBe(0)
      const erased = await read(over)
      expect(erased.buyer_erased_at).not.toBeNull()
      expect(JSON.stringify(erased)).not.toContain(over.recipient?.name)
    }, 300_000)

    it("has met no error on the way", () => {
      expect(place.problems).toEqual([])
    })
  })
}
