/** What a seller may say when refusing. */
export type RejectReason = { name: string; en: string; vi: string }

const AGREED: RejectReason = {
  name: "seller_reject_apply_you_have_reached_an_agreement_with_the_buyer",
  en: "You have reached an agreement with the buyer",
  vi: "Đã thỏa thuận với người mua",
}

const REASONS = {
  cancellation: [
    {
      name: "seller_reject_apply_product_has_been_packed",
      en: "The product has been packed",
      vi: "Hàng đã được đóng gói",
    },
    AGREED,
  ],
  refund: [
    {
      name: "seller_reject_apply_package_was_delivered",
      en: "The package was delivered",
      vi: "Kiện hàng đã được giao",
    },
    AGREED,
  ],
  return: [
    {
      name: "seller_reject_apply_product_is_not_defective",
      en: "The product is not defective",
      vi: "Sản phẩm không bị lỗi",
    },
    AGREED,
  ],
  received_parcel: [
    {
      name: "seller_reject_package_product_was_used",
      en: "The returned product was used",
      vi: "Sản phẩm hoàn về đã qua sử dụng",
    },
    {
      name: "seller_reject_package_is_empty",
      en: "The returned package is empty",
      vi: "Kiện hàng hoàn trống",
    },
  ],
} satisfies Record<string, RejectReason[]>
export type Refusable = keyof typeof REASONS

export const rejectReasons = (what: Refusable): RejectReason[] => REASONS[what]

export const isRejectReason = (what: Refusable, name: string): boolean =>
  REASONS[what].some((reason) => reason.name === name)

/** In the first language of the list that is spoken here; English by default. */
export function reasonText(reason: RejectReason, locale = "en-US"): string {
  const known = locale
    .split(",")
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find((language) => language === "en" || language === "vi")
  return known === "vi" ? reason.vi : reason.en
}
