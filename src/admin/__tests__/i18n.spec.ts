import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { CHANNEL_STATUSES } from "../../domain/channels/channel-settings"
import { FLOW_STATES } from "../../domain/health/flow-state"
import { BLOCK_CODES } from "../../domain/orders/block-reason"
import {
  CONFIRMATION_PROBLEMS,
  ORDER_ACTION_CODES,
} from "../../domain/orders/order-action-codes"
import { ORDER_ACTIONS } from "../../domain/orders/order-action"
import {
  BUYER_REQUEST_KINDS,
  BUYER_REQUEST_STATES,
} from "../../domain/returns/buyer-request"
import { ERASURE_HINDRANCES } from "../../domain/privacy/judge-erasure"
import { PARCEL_STATES } from "../../domain/orders/neutral-order"
import { PARCEL_MARK_KINDS } from "../../domain/parcels/parcel-mark"
import { MOVE_REFUSALS } from "../../domain/parcels/local-moves"
import { HANDOVER_METHODS } from "../../domain/provider/arranges-shipments"
import { SCAN_CODES } from "../../workflows/packing/scan-message"
import { REPRINT_REASONS } from "../components/order-actions/reprint-reason"
import { ORDER_FLAGS, ORDER_STATUSES } from "../../domain/orders/order-status"
import type { MarketplaceErrorKind } from "../../domain/provider/marketplace-error"
import { PUSH_OUTCOMES } from "../../domain/stock/push-outcome"
import {
  RULES_CHANGED,
  STOCK_CAUSES,
  STOCK_EVENT_KINDS,
  STOCK_REASON_CODES,
  STOCK_STATES,
} from "../../domain/stock/stock-state"
import { STATEMENT_FIELDS } from "../../domain/provider/reads-statement-files"
import {
  CLAIM_EVIDENCE_KINDS,
  CLAIM_STATES,
} from "../../domain/statements/claim"
import { CLAIM_SKIP_CODES } from "../../domain/statements/claims/draft-claims"
import { FEE_KINDS } from "../../domain/statements/fee-kind"
import { FEE_BASES } from "../../domain/statements/fee-rule"
import {
  FILE_PROBLEM_CODES,
  STATEMENT_NOTICE_CODES,
} from "../../domain/statements/file-problem"
import { FINDING_CODES } from "../../domain/statements/finding"
import {
  LINE_STATES,
  SETTLEMENT_STATES,
} from "../../domain/statements/line-state"
import {
  LINE_KINDS,
  REFUSAL_CODES,
} from "../../domain/statements/statement-line"
import { claimMoves } from "../../domain/statements/claims/claim-moves"
import { claimMoveLabel } from "../lib/claims"
import { ALARM_ACTIONS } from "../lib/alarm-actions"
import { SHOWN_SETTINGS } from "../lib/settings"
import { SUM_KEYS } from "../lib/stock"
import { LISTING_RULES, STOCK_SETTINGS } from "../lib/stock-rules"
import { CONNECT_ERRORS, connectFailureKey } from "../lib/connect-errors"
import { DAY_PRESETS } from "../lib/date-range"
import { ERROR_KINDS } from "../lib/errors"
import { ruleKey } from "../lib/result-line"
import { HINDRANCES } from "../lib/order-answer"
import { LINK_STATES } from "../../domain/listings/diff-listing"
import {
  DECISION_REFUSALS,
  HISTORY_SOURCES,
  IMPORT_STATES,
  LISTING_RESULT_CODES,
  ORDER_RESULT_CODES,
  PRODUCT_RESULT_CODES,
  RUN_KINDS,
  RUN_STATUSES,
  STATEMENT_STATUSES,
} from "../lib/types"
import en from "../i18n/en.json"
import vi from "../i18n/vi.json"

type Tree = { [key: string]: string | Tree }

/** Every text by its full key. */
function flatten(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[prefix + key, value] as [string, string]]
        : [...flatten(value, `${prefix}${key}.`)]
    )
  )
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()
}

const texts = { en: flatten(en), vi: flatten(vi) }

const under = (prefix: string, names: readonly string[]) =>
  names.map((name) => `marketplaces.${prefix}.${name}`)

/** Every kind of marketplace error; the compiler sees to it that none is missing. */
const ERROR_WORDS = Object.keys({
  authorization_expired: true,
  authorization_refused: true,
  credentials_invalid: true,
  code_invalid: true,
  rate_limited: true,
  unavailable: true,
  outcome_unknown: true,
  rejected: true,
  not_found: true,
  invalid_request: true,
  invalid_response: true,
  not_ready: true,
} satisfies Record<MarketplaceErrorKind, true>)

/** Keys that the pages put together at run time, from every list of codes there is. */
const REQUIRED = [
  ...under(
    "results.statement_import",
    FILE_PROBLEM_CODES.map((code) => `file_${code}`)
  ),
  ...under(
    "result_names",
    FILE_PROBLEM_CODES.map((code) => `file_${code}`)
  ),
  ...under("run_phase", ["opening", "reading", "recording", "comparing"]),
  ...under("statements.status", STATEMENT_STATUSES),
  ...under("statements.state", [
    ...LINE_STATES,
    ...SETTLEMENT_STATES,
    "comparing",
  ]),
  ...under("statements.state_hint", [...LINE_STATES, ...SETTLEMENT_STATES]),
  ...under("statements.line", [...LINE_STATES, "comparing"]),
  ...under("statements.kind", LINE_KINDS),
  ...under("statements.fee", FEE_KINDS),
  ...under("statements.field", STATEMENT_FIELDS),
  ...under("statements.refusal", REFUSAL_CODES),
  ...under("statements.finding", FINDING_CODES),
  ...under("statements.basis", ["order_income", "fee_rules", "price"]),
  ...under("statements.payment", ["paid", "processing", "failed"]),
  ...under("statements.source", ["file", "api"]),
  ...under("statements", ["stated_by_file", "stated_by_api"]),
  ...under("statements.cross", [
    "title_file",
    "title_api",
    "only_file_other",
    "only_api_other",
  ]),
  ...under("statements.order.event", [
    "confirmed",
    "reopened",
    "opened_by_new_lines",
    "payment_captured",
  ]),
  ...under("results.statement_download", [
    "statement_imported",
    "statement_replaced",
    "statement_payment_changed",
    "unchanged",
    "statement_unreadable",
    "payout_unreadable",
    "no_statements",
    "not_permitted",
    "failed",
  ]),
  ...under("settings.capture_payments", ["never", "when_settled"]),
  ...under("statements.finding_name", FINDING_CODES),
  ...under("statements.claim_state", CLAIM_STATES),
  ...under("claims.state", CLAIM_STATES),
  ...under("claims.state_hint", CLAIM_STATES),
  ...under("claims.skipped", CLAIM_SKIP_CODES),
  ...under("claims.evidence_kind", CLAIM_EVIDENCE_KINDS),
  ...under("claims.mark", PARCEL_MARK_KINDS),
  ...under(
    "claims",
    CLAIM_STATES.flatMap((from) =>
      claimMoves(from).map((to) => claimMoveLabel(from, to))
    )
  ),
  ...under("statements.order.refusal", DECISION_REFUSALS),
  ...under("statements.order.event", [
    "confirmed",
    "reopened",
    "opened_by_new_lines",
    "claimed",
    "claim_changed",
  ]),
  ...under("statements.order", [
    "settled",
    "expected",
    "seller_discount",
    "refunded",
    "lost",
    "missing",
  ]),
  ...under("statements.rules.basis_name", FEE_BASES),
  ...under("statements.rules", [
    "starts_on",
    "ends_on",
    "no_amount",
    "wrong_dates",
  ]),
  ...under("statements.payment", ["paid", "processing", "failed"]),
  ...["revenue", "fees", "adjustment", "net"].flatMap((part) => [
    `marketplaces.statements.part.${part}`,
    `marketplaces.statements.part_hint.${part}`,
  ]),
  ...["difference", "stated"].flatMap((words) =>
    under(`statements.${words}`, ["even", "over", "short"])
  ),
  ...under("statements.mapping_problem", [
    "no_sheet",
    "no_order_column",
    "no_amount_column",
    "column_twice",
    "field_twice",
    "unknown_sheet",
    "unknown_column",
  ]),
  ...under("health_page.state", ["ok", "attention", "broken"]),
  ...under("health_page.flow_state", FLOW_STATES),
  ...under("health_page.action", Object.values(ALARM_ACTIONS)),
  ...under("order_status", ORDER_STATUSES),
  ...under("order_flag", ORDER_FLAGS),
  ...under("import_state", IMPORT_STATES),
  ...under("link_state", LINK_STATES),
  ...under("channel_status", CHANNEL_STATUSES),
  ...under("channel_status_hint", CHANNEL_STATUSES),
  ...under("block_names", BLOCK_CODES),
  ...under("block_reasons", BLOCK_CODES),
  ...under("block_hints", BLOCK_CODES),
  ...under("results.order_download", ORDER_RESULT_CODES),
  ...under("results.order_download", BLOCK_CODES),
  ...under("results.order_download", ["out_of_window_range"]),
  ...under(
    "channels",
    ["sign_in", "keys", "both"].map((hint) => `by_${hint}`)
  ),
  ...under("results.listing_download", LISTING_RESULT_CODES),
  ...under("results.product_creation", PRODUCT_RESULT_CODES),
  ...under("results.order_action", CONFIRMATION_PROBLEMS),
  ...under("results.order_action", ORDER_ACTION_CODES),
  ...under("result_names", CONFIRMATION_PROBLEMS),
  ...under("result_names", ORDER_ACTION_CODES),
  ...ORDER_ACTIONS.flatMap((action) =>
    under("order_actions", [action, `${action}_title`, `${action}_hint`])
  ),
  ...under("order_actions.hindrances", HINDRANCES),
  ...under("erasure.hindrances", ERASURE_HINDRANCES),
  ...under("order_actions.methods", HANDOVER_METHODS),
  ...under("order_actions.reprint_reasons", REPRINT_REASONS),
  ...[
    ...SCAN_CODES,
    ...MOVE_REFUSALS,
    "not_sent",
    "removed",
    "not_recorded",
  ].map((code) => `marketplaces.scans.${code}.title`),
  ...["no_answer", "not_taken", "not_known"].flatMap((code) =>
    under(`scans.${code}`, ["title", "hint"])
  ),
  ...under("deadline", ["pay_by", "ship_by", "collect_by"]),
  ...under("marks", PARCEL_MARK_KINDS),
  ...PARCEL_MARK_KINDS.filter((kind) => kind !== "received_back").map((kind) =>
    ruleKey(`mark:${kind}`)
  ),
  ...under("parcel_state", PARCEL_STATES),
  ...under("received", ["good", "damaged", "lost"]),
  ...under("request_kind", BUYER_REQUEST_KINDS),
  ...under("request_state", BUYER_REQUEST_STATES),
  ...under(
    "sources",
    ORDER_ACTIONS.filter((action) => action !== "print_pick_list")
  ),
  ...under("run_kind", RUN_KINDS),
  ...under("run_status", RUN_STATUSES),
  ...["scanned", "missing", "set_aside"].flatMap((name) => [
    `marketplaces.handovers.tabs.${name}`,
    `marketplaces.handovers.none.${name}`,
  ]),
  ...["outbound", "inbound"].flatMap((direction) => [
    `marketplaces.handover_direction.${direction}`,
    `marketplaces.handovers.new_${direction}`,
    `marketplaces.handovers.new_${direction}_hint`,
    `marketplaces.handovers.ready_${direction}`,
    `marketplaces.handovers.closes_${direction}_other`,
  ]),
  ...under("handover_status", ["open", "closed"]),
  ...under("pick_list_status", ["open", "finished"]),
  ...under("handovers", ["sign_shop", "sign_carrier"]),
  ...under("sources", HISTORY_SOURCES),
  ...under("evidence", ["sku", "barcode", "name"]),
  ...under("test_reasons", [...ERROR_WORDS, "failed"]),
  ...under("connect_errors", CONNECT_ERRORS),
  ...CONNECT_ERRORS.map((code) => connectFailureKey({ code }) ?? code),
  ...under("days", DAY_PRESETS),
  ...ERROR_KINDS.flatMap((kind) =>
    under(`errors.${kind}`, ["title", "remedy"])
  ),
  ...under("stock_state", STOCK_STATES),
  ...under("stock_state_hint", STOCK_STATES),
  ...under("stock_reason", STOCK_REASON_CODES),
  ...under("stock_cause", STOCK_CAUSES),
  ...under("stock_event", [...STOCK_EVENT_KINDS, RULES_CHANGED, "push"]),
  ...under("push_outcome", [...PUSH_OUTCOMES, "pending"]),
  ...under("stock_sum", SUM_KEYS),
  ...under("stock_rule", [...LISTING_RULES, "largest"]),
  ...under("stock_step", ["free", ...LISTING_RULES, "largest"]),
  ...under("stock_sweep", [
    "compared",
    "equal",
    "repaired",
    "explained",
    "unexplained",
  ]),
  ...under("stock_lag", ["p50_ms", "p95_ms", "p99_ms", "longest_ms"]),
  ...under("stock", ["wanted", "pushed", "confirmed", "seen", "unseen"]),
  ...[...SHOWN_SETTINGS, ...STOCK_SETTINGS].flatMap((name) =>
    under(`settings.${name}`, ["label", "hint"])
  ),
]

/** Keys written out in the pages. */
function usedKeys(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return entry.name === "__tests__" ? [] : usedKeys(path)
    }
    return /\.tsx?$/.test(entry.name)
      ? [
          ...readFileSync(path, "utf8").matchAll(
            /["'](marketplaces(?:\.\w+)+)["']/g
          ),
        ].map(([, key]) => key)
      : []
  })
}

describe("texts of the admin", () => {
  it("exist in both languages under the same keys", () => {
    expect([...texts.vi.keys()].sort()).toEqual([...texts.en.keys()].sort())
  })

  it.each([...texts.en.keys()])("%s has the same placeholders", (key) => {
    expect(placeholders(texts.vi.get(key) ?? "")).toEqual(
      placeholders(texts.en.get(key) ?? "")
    )
    expect(texts.en.get(key)?.trim()).toBeTruthy()
    expect(texts.vi.get(key)?.trim()).toBeTruthy()
  })

  it.each(REQUIRED)("%s has a text", (key) => {
    expect(texts.en.has(key)).toBe(true)
  })

  it.each(under("statements.notice", STATEMENT_NOTICE_CODES))(
    "%s has a text, or one by number",
    (key) => {
      expect(texts.en.has(key) || texts.en.has(`${key}_other`)).toBe(true)
    }
  )

  it("exist for every key that a page names", () => {
    const missing = usedKeys(join(__dirname, "..")).filter(
      (key) => !texts.en.has(key) && !texts.en.has(`${key}_other`)
    )
    expect(missing).toEqual([])
  })

  it("keep the words of the trade", () => {
    expect(vi.marketplaces.order_status.awaiting_collection).toBe("Chờ thu gom")
    expect(vi.marketplaces.order_status.cancelled_by_buyer).toBe("Khách huỷ")
    expect(vi.marketplaces.download.default_statuses).toBe(
      "Không chọn trạng thái thì chỉ tải đơn {{statuses}}."
    )
    expect(vi.marketplaces.results.order_download.listing_not_linked).toBe(
      "{{channel}} · Đơn hàng {{id}} · Sản phẩm {{name}} chưa được ghép nối"
    )
  })
})
