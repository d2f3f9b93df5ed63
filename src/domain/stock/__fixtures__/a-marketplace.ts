import { CountedUnits, StockReading } from "../stock-cell"

export type Sale = {
  units: number
  /** What the feed has brought of it. */
  imported: boolean
  cancel_imported: boolean
  shipped: boolean
  cancelled: boolean
  /** Told after the first look, of which it is older, and not known to be in its committed units. */
  explains_nothing: boolean
  /** Made before the first look. */
  is_history: boolean
  /** Made between a read and the write after it: no counter but "committed" shows it. */
  hidden: boolean
}

/**
 * A marketplace that counts one listing as the real ones do: a sale moves units from "for
 * sale" to "committed" at once, shipping ends the commitment, cancelling puts them back. The
 * order feed tells all of that later.
 */
export class AMarketplace {
  available = 0
  committed = 0
  readonly sales: Sale[] = []
  private was_read = false

  /** @param tells whether its counters tell what is committed. */
  constructor(private readonly tells: boolean) {}

  /** Buyers who find too little buy nothing. */
  sell(units: number, hidden = false): void {
    if (units > this.available) {
      return
    }
    this.available -= units
    this.committed += units
    this.sales.push({
      units,
      imported: false,
      cancel_imported: false,
      shipped: false,
      cancelled: false,
      explains_nothing: false,
      is_history: !this.was_read,
      hidden,
    })
  }

  /**
   * Sets what is for sale.
   * @param on_hand the committed units it was worked out with, where what lies in the warehouse
   * is written: units that are committed by now are taken off that.
   */
  write(quantity: number, on_hand: number | null): void {
    this.available =
      on_hand === null
        ? quantity
        : Math.max(quantity + on_hand - this.committed, 0)
  }

  /**
   * Nothing before the first look, which no counter would ever show, nor beside a sale that only
   * the committed units show, which hides it from them as well.
   * @param told only what the feed has brought.
   */
  ship(told: boolean): void {
    if (!this.was_read || this.sales.some(({ hidden }) => hidden)) {
      return
    }
    const sale = this.sales.find(
      ({ shipped, cancelled, imported }) =>
        !shipped && !cancelled && (imported || !told)
    )
    if (sale) {
      sale.shipped = true
      this.committed -= sale.units
    }
  }

  cancel(): void {
    const sale = this.sales.find(
      ({ shipped, cancelled, hidden }) => !shipped && !cancelled && !hidden
    )
    if (sale) {
      sale.cancelled = true
      this.committed -= sale.units
      this.available += sale.units
    }
  }

  /** The feed tells the next thing that it has not told yet. */
  tell(): void {
    const fresh = this.sales.find(({ imported }) => !imported)
    const cancelled = this.sales.find(
      (sale) => sale.imported && sale.cancelled && !sale.cancel_imported
    )
    if (cancelled) {
      cancelled.cancel_imported = true
    } else if (fresh) {
      this.tellOf(fresh)
    }
  }

  tellAll(): void {
    this.sales.forEach((sale) => this.tellOf(sale))
  }

  private tellOf(sale: Sale): void {
    if (!sale.imported && sale.is_history && this.was_read) {
      sale.explains_nothing = sale.shipped || !this.tells
    }
    sale.imported = true
    sale.cancel_imported = sale.cancelled
  }

  /** With the committed units, which show what a write hid. */
  read(): StockReading {
    this.was_read = true
    if (this.tells) {
      this.sales.forEach((sale) => (sale.hidden = false))
    }
    return {
      available: this.available,
      committed: this.tells ? this.committed : null,
    }
  }

  /** Units that went, or are promised, to buyers, as far as a counter or the feed shows them. */
  shown(): number {
    return unitsOf(
      this.sales.filter(
        ({ cancelled, hidden, imported }) => !cancelled && (!hidden || imported)
      )
    )
  }

  /** Units of orders that the feed has brought. */
  imported(): number {
    return unitsOf(this.told())
  }

  counted(): CountedUnits {
    const told = this.told()
    return {
      net: unitsOf(told.filter(({ explains_nothing }) => !explains_nothing)),
      committed: unitsOf(told.filter(({ shipped }) => !shipped)),
    }
  }

  private told(): Sale[] {
    return this.sales.filter(
      ({ imported, cancel_imported }) => imported && !cancel_imported
    )
  }
}

function unitsOf(sales: Sale[]): number {
  return sales.reduce((sum, { units }) => sum + units, 0)
}
