import { draftProduct } from "../listings/draft-product"
import { parseAmount } from "../shared/amount"
import {
  isOneOf,
  normalizeHeading,
} from "../statements/reading/normalize-heading"
import { readAmount } from "../statements/reading/read-amount"
import { readDate } from "../statements/reading/read-date"
import { readId } from "../statements/reading/read-id"

/** As long as a cell of a prepared workbook can be made. */
const LENGTH = 1_000_000

/** Texts that make a search start anew at each of their signs. */
const TEXTS = [
  "0",
  "1",
  " ",
  ":",
  "[",
  "(",
  "(1 ",
  "<",
  "<br ",
  "<script>",
  "</script ",
  "1.",
  "1 ",
  "1,000",
  "(vnd)",
  "- ",
  "\\ ",
  "e1",
].map((piece) => `1.${piece.repeat(LENGTH / piece.length)}x`)

/** Texts of strangers: no length of them may keep the server from its work. */
it.each([
  ["a heading", (text: string) => normalizeHeading(text)],
  ["a sheet's name", (text: string) => isOneOf(text, ["đối soát (vnd)"])],
  ["a cell with an amount", (text: string) => readAmount(text, 0)],
  ["a cell with digits", (text: string) => readAmount(text.slice(0, -1), 0)],
  ["a cell with an id", (text: string) => readId(text)],
  ["a cell with a date", (text: string) => readDate(text, 420)],
  ["an amount of an order", refused((text) => parseAmount(text, "vnd"))],
  ["digits", refused((text) => parseAmount(`${text.slice(0, -1)}1`, "vnd"))],
  ["a description", describeProduct],
])("%s is read in no time, however long", (_, read) => {
  for (const text of TEXTS) {
    const started = performance.now()
    read(text)
    expect({
      text: text.slice(0, 12),
      took_long: performance.now() - started > 3_000,
    }).toEqual({ text: text.slice(0, 12), took_long: false })
  }
})

function refused(read: (text: string) => unknown) {
  return (text: string) => {
    try {
      read(text)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
    }
  }
}

function describeProduct(description: string): void {
  draftProduct([
    {
      external_product_id: "1",
      external_sku_id: "2",
      seller_sku: null,
      barcode: null,
      title: "Ly gốm",
      sku_title: null,
      attributes: [],
      description,
      image_urls: [],
    },
  ])
}

it("takes markup out of a description, also where it is broken", () => {
  const text = (description: string) =>
    draftProduct([
      {
        external_product_id: "1",
        external_sku_id: "2",
        seller_sku: null,
        barcode: null,
        title: "Ly gốm",
        sku_title: null,
        attributes: [],
        description,
        image_urls: [],
      },
    ]).description
  expect(text("<p>Ly<script>alert(1)</script> gốm</p>")).toBe("Ly gốm")
  expect(text("Ly<script>alert(1)")).toBe("Ly")
  expect(text('Ly<img src=x onerror="alert(1)">')).toBe("Ly")
})
