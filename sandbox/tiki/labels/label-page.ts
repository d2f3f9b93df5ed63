import bwipjs from "bwip-js"
import { invoiceOf } from "../orders/money"
import { Order, ownItems } from "../orders/order"
import { codesOf } from "../orders/shipping"
import { FulfillmentType } from "../orders/statuses"
import { Seller, TIKI_WAREHOUSES } from "../sellers"
import { writeTime } from "../tiki-time"
import { LABEL_STYLE } from "./label-style"

/** What a label says about the way that the goods take. */
const MODELS: Record<FulfillmentType, { title: string; service: string }> = {
  dropship: {
    title: "Phiếu giao hàng",
    service: "TikiNOW Smart Logistics · Lấy hàng tại nhà bán",
  },
  tiki_delivery: {
    title: "Tem kiện hàng nhập kho",
    service: "Giao về kho Tiki",
  },
  seller_delivery: {
    title: "Phiếu giao hàng",
    service: "Nhà bán tự giao",
  },
  cross_border: {
    title: "Phiếu giao hàng quốc tế / Cross-border label",
    service: "TikiNOW Global",
  },
}

/**
 * A label as Tiki gives it to print: one page of A6 with everything in it.
 * @param without_refused see {@link invoiceOf}.
 */
export function labelPage(
  order: Order,
  seller: Seller,
  without_refused: boolean
): string {
  const { title, service } = MODELS[order.fulfillment_type]
  const { tracking } = codesOf(order)
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${escape(title)} ${order.code}</title>
<style>${LABEL_STYLE}</style>
</head>
<body>
<section class="label">
<header><b class="logo">TIKI</b><span>${escape(service)}</span></header>
<h1>${escape(title)}</h1>
${barcode(tracking ?? order.code, "number")}
<div class="sides">${sender(order, seller)}${receiver(order)}</div>
${contents(order)}
${payment(order, invoiceOf(order, without_refused).grand_total)}
<footer>${tracking ? barcode(order.code, "order") : ""}
<span>Mã đơn hàng ${order.code}<br>Ngày đặt ${writeTime(order.create_time)}</span></footer>
</section>
</body>
</html>
`
}

/** Bars that a scanner reads, with the text below. */
function barcode(text: string, name: string): string {
  const bars = bwipjs.toSVG({ bcid: "code128", text, height: 12, scale: 2 })
  return `<figure class="${name}">${bars}<figcaption>${escape(text)}</figcaption></figure>`
}

function sender(order: Order, seller: Seller): string {
  const place = seller.warehouses.find(({ id }) => id === order.warehouse_id)
  const address = place
    ? [place.name, place.street, place.ward, place.region]
    : []
  return side("Người gửi", [seller.name, ...address])
}

/** Goods that Tiki packs go to its own warehouse: the buyer stays unnamed. */
function receiver({ person, fulfillment_type }: Order): string {
  if (fulfillment_type === "tiki_delivery") {
    const [{ name, code }] = TIKI_WAREHOUSES
    return side("Giao tới", [
      `Kho Tiki ${name}`,
      `Mã kho ${code.toUpperCase()}`,
    ])
  }
  const { name, phone, street, ward, province } = person
  const reachable = fulfillment_type !== "dropship"
  return side("Người nhận", [
    name,
    reachable ? phone : `*** *** ${phone.slice(-3)}`,
    street,
    ward,
    province,
  ])
}

function side(title: string, lines: string[]): string {
  return `<div><h2>${title}</h2>${lines.map((line) => `<p>${escape(line)}</p>`).join("")}</div>`
}

function contents(order: Order): string {
  const rows = ownItems(order)
    .filter(({ confirmation }) => confirmation !== "seller_canceled")
    .map(
      ({ name, original_sku, quantity }) =>
        `<tr><td>${escape(name)}</td><td>${escape(original_sku)}</td><td>${quantity}</td></tr>`
    )
  return `<table><thead><tr><th>Sản phẩm</th><th>SKU</th><th>SL</th></tr></thead><tbody>${rows.join("")}</tbody></table>`
}

function payment({ is_cod, fulfillment_type }: Order, total: number): string {
  if (fulfillment_type === "tiki_delivery") {
    return ""
  }
  const collected = is_cod ? total : 0
  return `<p class="cod">Tiền thu người nhận: <b>${collected.toLocaleString("vi-VN")} đ</b></p>`
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign])
}
