import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import {
  HostState,
  hostMoves,
  wantedHostState,
} from "../src/domain/orders/host-state"
import { NeutralOrder } from "../src/domain/orders/neutral-order"
import {
  isCancelled,
  ORDER_STATUSES,
  OrderStatus,
} from "../src/domain/orders/order-status"
import {
  judgeMove,
  LOCAL_MOVE_RULES,
  LOCAL_MOVES,
} from "../src/domain/parcels/local-moves"
import * as tiki from "../src/providers/tiki/statuses"
import * as tiktok from "../src/providers/tiktok-shop/statuses"

const FILE = path.join(__dirname, "..", "docs", "order-lifecycle.md")
const LABELS = path.join(__dirname, "..", "src", "admin", "i18n")

type Texts = { order_status: Record<string, string> }

const texts = (language: string): Texts =>
  JSON.parse(readFileSync(path.join(LABELS, `${language}.json`), "utf8"))
    .marketplaces as Texts

/** The page, made from the rules themselves. */
export function orderLifecycle(): string {
  return [
    "# The life of an order",
    "",
    "Made from the rules by `npm run generate:lifecycle`; a test fails when it is out of date.",
    "",
    "The status of an order is computed anew each time, from four things: the marketplace's newest copy, the shop's own",
    "marks on its parcels, what the buyer sends back, and what was scanned back in. It never depends on the status before,",
    "so repeated, late and lost messages end the same once the last read is in.",
    "",
    "## Statuses",
    "",
    "How far the Medusa order is brought depends on the channel's setting `deduct_stock_on`: *handover* lets goods leave the",
    "count when they are handed over or collected, *succeeded* only at success.",
    "",
    ...statusTable(),
    "",
    "`cancelled` becomes *Huỷ*, *Khách huỷ* or *Hệ thống huỷ* by who cancelled. Where goods had left (the marketplace says when,",
    "or the shop handed the parcel over) it is `returning` instead: the parcel has to be scanned back. TikTok Shop's",
    "`COMPLETED` without collection is a full refund before shipping: `cancelled_by_system`, rule `completed_unshipped`.",
    "",
    "## The shop's own moves",
    "",
    "Made on parcels; an order stands where its least advanced live parcel stands. Each is written down with who, when and why,",
    "and may be taken back where the row says so. ✓ may be made; a word is the reason why not.",
    "",
    ...moveTable(),
    "",
    "| Move | Leaves | Stopped by | Taken back |",
    "|---|---|---|---|",
    ...LOCAL_MOVES.map((move) => {
      const { mark, stopped_by } = LOCAL_MOVE_RULES[move]
      return `| \`${move}\` | ${code(mark)} | ${stopped_by.map(code).join(", ") || "–"} | ${move === "pack" ? "yes, until handed over" : "no"} |`
    }),
    "",
    "A parcel whose waybill was printed for another address than the order has now is neither packed nor handed over",
    "(`address_changed`): its waybill is printed again. One that holds goods of an order (`cancelled_inside`) or units",
    "(`cancelled_units_inside`) that were cancelled after packing is not handed over until they are taken out: its packing is",
    "undone and it is packed anew. A parcel that is cancelled after its handover is received back wherever its order's other",
    "parcels stand; one that no carrier has collected has nowhere to come back from.",
    "",
    "## From the marketplace's words",
    "",
    ...rawTable("TikTok Shop", tiktok.RAW_STATUSES, tiktok.meaningOf),
    "",
    ...rawTable("Tiki", tiki.RAW_STATUSES, tiki.meaningOf),
    "",
    "A word that is in neither table parks the order (`unknown_status`) until somebody teaches it; it is never guessed.",
    "",
  ].join("\n")
}

function statusTable(): string[] {
  const vi = texts("vi").order_status
  const en = texts("en").order_status
  return [
    "| Status | | | Medusa order (*handover*) | Medusa order (*succeeded*) |",
    "|---|---|---|---|---|",
    ...ORDER_STATUSES.map(
      (status) =>
        `| \`${status}\` | ${vi[status]} | ${en[status]} | ${host(status, "handover")} | ${host(status, "succeeded")} |`
    ),
  ]
}

const HOST_WORDS: Record<HostState, string> = {
  none: "–",
  pending: "pending, units reserved",
  shipped: "fulfilled and shipped",
  delivered: "delivered",
  completed: "delivered and completed",
  canceled: "canceled, units released",
}

function host(
  status: OrderStatus,
  deduct_stock_on: "handover" | "succeeded"
): string {
  const wanted = wantedHostState(status, deduct_stock_on)
  if (hostMoves("pending", wanted) === null) {
    throw new Error(`Nothing leads to ${wanted}`)
  }
  const back = {
    returning: "; return requested",
    returned:
      deduct_stock_on === "handover"
        ? "; return received: good restocked, damaged dismissed"
        : "; good units released, damaged shipped and written off",
  }
  return (
    HOST_WORDS[wanted] +
    (status === "returned" || (status === "returning" && wanted === "shipped")
      ? back[status]
      : "")
  )
}

function moveTable(): string[] {
  const shown = ORDER_STATUSES.filter(
    (status) => !isCancelled(status) || status === "cancelled_by_seller"
  )
  return [
    `| From | ${LOCAL_MOVES.map((move) => `\`${move}\``).join(" | ")} |`,
    `|---|${LOCAL_MOVES.map(() => "---|").join("")}`,
    ...shown.map((status) => {
      const cells = LOCAL_MOVES.map((move) => {
        const verdict = judgeMove(move, {
          status,
          flags: [],
          parcel_state: null,
          marks: [],
          recipient_key: null,
          surplus: [],
        })
        return verdict.ok ? "✓" : code(verdict.code)
      })
      const name = isCancelled(status) ? "`cancelled_by_*`" : code(status)
      return `| ${name} | ${cells.join(" | ")} |`
    }),
  ]
}

function rawTable(
  label: string,
  raws: readonly string[],
  meaningOf: (raw: string) => NeutralOrder["meaning"]
): string[] {
  return [
    `| ${label} | Status |`,
    "|---|---|",
    ...raws.map((raw) => {
      const meaning = meaningOf(raw)
      const word =
        meaning.kind === "status" ? code(meaning.status) : `*${meaning.kind}*`
      return `| \`${raw}\` | ${raw === "holded" ? "as before; flag `on_hold`" : word} |`
    }),
  ]
}

function code(word: string | null): string {
  return word ? `\`${word}\`` : "–"
}

if (require.main === module) {
  writeFileSync(FILE, orderLifecycle())
}
