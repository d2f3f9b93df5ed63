/** Units of one line of a Medusa order. */
export type LineUnits = { line_item_id: string; units: number }

/** Units of one line that came back, as they were found. */
export type ReceivedUnits = {
  line_item_id: string
  good: number
  damaged: number
}

/** What one unit of a line takes of the stock. */
export type StockPart = { inventory_item_id: string; required_quantity: number }

export type RequestHostReturnsInput = {
  orders: {
    order_id: string
    /** Units that are still to come back; lines left out are not (any more). */
    expected: LineUnits[]
  }[]
}

export type RequestHostReturnsResult = {
  /** Returns made by this run. */
  requested: { order_id: string; return_id: string }[]
  /** Returns that now expect less, or nothing. */
  closed: { order_id: string; return_id: string }[]
  refused: { order_id: string; message: string }[]
}

export type HostReceipt = {
  receipt_id: string
  order_id: string
  lines: ReceivedUnits[]
  /** Nothing more of the order is to come, so that nobody pays for it any more. */
  ends_order?: boolean
  /**
   * For lines that Medusa made without a variant, as their goods had left before counting
   * began: what good units add to, and where. Without it such lines have no stock effect.
   */
  stock_of_lines?: {
    line_item_id: string
    location_id: string
    parts: StockPart[]
  }[]
}

/** Units of a receipt that stock has followed. */
export type DoneUnits = LineUnits & { receipt_id: string }

export type ReceiveHostReturnsInput = {
  /** An order's receipts in the order in which they came. */
  receipts: HostReceipt[]
  /**
   * Receipts of the same orders that are done: what Medusa got back beyond them was received
   * by hand there, and is not received again.
   */
  done?: DoneUnits[]
}

export type ReceiveHostReturnsResult = {
  received: {
    receipt_id: string
    return_ids: string[]
    /** Units that somebody had received in Medusa already; nothing was done for them. */
    found_received: LineUnits[]
    /** Good units that are on no shelf: their line was not counted when it went out. */
    not_counted: LineUnits[]
  }[]
  refused: { receipt_id: string; order_id: string; message: string }[]
  /** Levels that changed and what went out besides, for the events. */
  effect: {
    level_ids: string[]
    requested: { order_id: string; return_id: string }[]
    received: { order_id: string; return_id: string }[]
  }
}
