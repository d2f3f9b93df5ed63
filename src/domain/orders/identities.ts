/** The ids that everything made from one channel order will have. */
export type OrderIdentities = {
  order_id: string
  payment_collection_id: string
  payment_session_id: string
  payment_id: string
  capture_id: string
  /** @param index 0 for the method that carries the fee. */
  shippingMethodId(index: number): string
  /** @param first_external_line_id the marketplace line id that names the line. */
  lineItemId(first_external_line_id: string): string
  /**
   * @param generation raised when a reservation has to be made anew: Medusa keeps
   * the id of a deleted reservation taken.
   */
  reservationId(
    line_item_id: string,
    inventory_item_id: string,
    generation: number
  ): string
}

/**
 * Derives every id from the channel order's own, so that a repeated step meets
 * what it made the first time.
 * @param channel_order_id `mpord_` and a ULID.
 */
export function orderIdentities(channel_order_id: string): OrderIdentities {
  const part = channel_order_id.slice(channel_order_id.indexOf("_") + 1)
  return {
    order_id: `order_${part}`,
    payment_collection_id: `pay_col_${part}`,
    payment_session_id: `payses_${part}`,
    payment_id: `pay_${part}`,
    capture_id: `capt_${part}`,
    shippingMethodId: (index) =>
      index === 0 ? `ordsm_${part}` : `ordsm_${part}_${index}`,
    lineItemId: (first_external_line_id) =>
      `ordli_${part}_${plain(first_external_line_id)}`,
    reservationId: (line_item_id, inventory_item_id, generation) =>
      `resitem_${line_item_id}_${generation}_${inventory_item_id}`,
  }
}

/** Letters and digits stay, anything else becomes its code between dashes; never ambiguous. */
function plain(text: string): string {
  return text.replace(
    /[^A-Za-z0-9]/g,
    (character) => `-${character.charCodeAt(0).toString(16)}-`
  )
}
