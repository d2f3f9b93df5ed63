import { StockRules } from "./stock-rules"

/**
 * One inventory item that a variant is made of, at one stock location. All units are the
 * item's own, not the variant's.
 */
export type StockComponent = {
  inventory_item_id: string
  /** Units of the item in one variant. */
  required_quantity: number
  stocked: number
  /** Of live reservations. */
  reserved: number
  /** Sold on marketplaces and not imported yet: by this listing, and by all others. */
  unseen_here: number
  unseen_elsewhere: number
  /** Offered by listings whose number a campaign locks. */
  locked_elsewhere: number
}

/** A rule that lowered the number, with what was left after it. */
export type WantedStep = {
  rule: "free" | "buffer" | "share" | "cap" | "largest" | "minimum"
  /** Units of the variant after the rule. */
  quantity: number
}

/** What a listing should offer, and why. */
export type WantedQuantity =
  | {
      kind: "counted"
      quantity: number
      /** Every rule in the order of its application, also those that changed nothing. */
      steps: WantedStep[]
      components: StockComponent[]
      /** The item that allows the fewest variants. */
      scarcest_item_id: string
    }
  /**
   * Medusa does not count the variant, and the cap is offered where there is one; or it counts
   * it and has nothing to count: then it sells none, and none is offered.
   */
  | { kind: "not_counted"; quantity: number | null }

/**
 * The number a listing should show: whole variants that every component allows, less the
 * buffer, times the share, at most the cap, and none below the minimum.
 * @param parts null where Medusa does not count the variant.
 * @param largest most units that the marketplace can show; a rule of its own where there is one.
 */
export function wantedQuantity(
  parts: StockComponent[] | null,
  rules: Omit<StockRules, "paused">,
  largest: number = Infinity
): WantedQuantity {
  const components = parts ?? []
  const needed = components.filter(
    ({ required_quantity }) => required_quantity > 0
  )
  const [scarcest] = [...needed].sort((a, b) => variants(a) - variants(b))
  if (!scarcest) {
    return { kind: "not_counted", quantity: uncounted(parts, rules, largest) }
  }
  const free = variants(scarcest)
  const kept = free - rules.buffer
  const shared = Math.floor(exactly(Math.max(kept, 0) * rules.share))
  const capped = rules.cap === null ? shared : Math.min(shared, rules.cap)
  const shown = Math.min(capped, largest)
  const offered = shown < rules.minimum ? 0 : shown
  return {
    kind: "counted",
    quantity: offered,
    steps: [
      { rule: "free", quantity: free },
      { rule: "buffer", quantity: kept },
      { rule: "share", quantity: shared },
      { rule: "cap", quantity: capped },
      ...(Number.isFinite(largest)
        ? [{ rule: "largest" as const, quantity: shown }]
        : []),
      { rule: "minimum", quantity: offered },
    ],
    components,
    scarcest_item_id: scarcest.inventory_item_id,
  }
}

function uncounted(
  parts: StockComponent[] | null,
  { cap }: Pick<StockRules, "cap">,
  largest: number
): number | null {
  if (parts !== null) {
    return 0
  }
  return cap === null ? null : Math.min(cap, largest)
}

/** Units of an item that nobody has bought; negative when more are sold than there are. */
export function freeUnits(component: StockComponent): number {
  return (
    component.stocked -
    component.reserved -
    component.unseen_here -
    component.unseen_elsewhere -
    component.locked_elsewhere
  )
}

function variants(component: StockComponent): number {
  return Math.floor(freeUnits(component) / component.required_quantity)
}

/** 10 × 0.7 is 7, not 6.999…: a share has at most a few decimals. */
function exactly(value: number): number {
  return Number(value.toFixed(6))
}
