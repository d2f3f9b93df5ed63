import { normalizeHeading } from "../statements/reading/normalize-heading"

/** Words of headings under which files tell who bought, Vietnamese without its marks. */
const PERSON =
  /\b(buyer|recipient|receiver|consignee|customer|user ?name|nickname|phone|mobile|e[- ]?mail|address|nguoi mua|nguoi nhan|khach|khach hang|dien thoai|sdt|dia chi)\b/

/** Words that tell a buyer's money from the buyer; "trả hàng" and "hoàn hàng" give goods back. */
const MONEY =
  /\b(pa(y|ys|id|yment|yments)|refunds?|fees?|amount|discounts?|subsid(y|ies)|tien|phi|hoan(?! hang)|tra(?! hang)|giam|gia|ho tro|thanh toan)\b/

/**
 * Whether a column of this heading tells who somebody is; of files of other people's making it
 * is not kept. The marketplaces' own statements have no such column.
 */
export function namesAPerson(heading: string): boolean {
  const { plain } = normalizeHeading(heading)
  return PERSON.test(plain) && !MONEY.test(plain)
}
