import {
  DraftAdjustment,
  DraftItem,
  OrderDraft,
} from "../../../domain/orders/order-draft"

/** Prices include tax and there are no tax lines, so adjustments include it too. */
export function adjustmentRows(adjustments: DraftAdjustment[]) {
  return adjustments.map(({ amount, description }) => ({
    amount,
    description,
    is_tax_inclusive: true,
  }))
}

function itemRow({ adjustments, ...item }: DraftItem) {
  return {
    ...item,
    subtitle: item.subtitle ?? undefined,
    is_tax_inclusive: true,
    is_custom_price: true,
    is_discountable: false,
    requires_shipping: true,
    adjustments: adjustmentRows(adjustments),
  }
}

/**
 * What `orderModule.createOrders` takes for a draft: no customer and no e-mail, so
 * nobody is written to; the capture, if any, as the transaction that core would add.
 */
export function orderRow(draft: OrderDraft): Record<string, unknown> {
  const { payment } = draft
  return {
    id: draft.order_id,
    status: draft.status,
    sales_channel_id: draft.sales_channel_id,
    region_id: draft.region_id ?? undefined,
    currency_code: draft.currency_code,
    no_notification: true,
    metadata: draft.metadata,
    ...(draft.placed_at && { created_at: new Date(draft.placed_at) }),
    shipping_address: draft.shipping_address ?? undefined,
    items: draft.items.map(itemRow),
    shipping_methods: draft.shipping_methods.map((method) => ({
      ...method,
      shipping_option_id: method.shipping_option_id ?? undefined,
      is_tax_inclusive: true,
      adjustments: adjustmentRows(method.adjustments),
    })),
    transactions:
      payment.kind === "captured"
        ? [
            {
              amount: payment.amount,
              currency_code: draft.currency_code,
              reference: "capture",
              reference_id: payment.capture_id,
            },
          ]
        : [],
  }
}
