import type { TFunction } from "i18next"
import { BLOCK_CODES } from "../../domain/orders/block-reason"
import {
  CONFIRMATION_PROBLEMS,
  FAILURE_CODES,
} from "../../domain/orders/order-action-codes"
import { MOVE_REFUSALS } from "../../domain/parcels/local-moves"
import { FILE_PROBLEM_CODES } from "../../domain/statements/file-problem"
import { REQUEST_PROBLEMS } from "../../domain/returns/request-answer-codes"
import { formatNumber } from "./format"
import { fileProblemText } from "./statement-text"
import type { Run, RunResult } from "./types"

/** Good news for one action, bad news for the other. */
const DECIDED: readonly string[] = ["already_confirmed", "already_refused"]

/** Result codes that somebody has to act on, whatever the run. */
const ERROR_CODES: readonly string[] = [
  ...BLOCK_CODES,
  "out_of_window",
  "not_known",
  ...CONFIRMATION_PROBLEMS.filter((code) => !DECIDED.includes(code)),
  ...FAILURE_CODES,
  ...MOVE_REFUSALS,
  ...REQUEST_PROBLEMS,
  ...FILE_PROBLEM_CODES.map((code) => `file_${code}`),
  "set_not_made",
  "statement_unreadable",
  "payout_unreadable",
  "not_permitted",
]

export function isErrorCode(code: string): boolean {
  return ERROR_CODES.includes(code)
}

/** Result codes of a run that somebody has to act on. */
export function errorCodes({ kind, params }: Run): string[] {
  if (kind !== "order_action") {
    return [...ERROR_CODES]
  }
  return [
    ...ERROR_CODES,
    params?.action === "refuse_order" ? "already_confirmed" : "already_refused",
  ]
}

/** True for a line that somebody has to act on. */
export function isErrorResult({
  ok,
  code,
}: Pick<RunResult, "ok" | "code">): boolean {
  return ok === undefined ? isErrorCode(code) : !ok
}

/** The channel order that a line of an action is about. */
export function orderIdOf({
  id,
  params,
}: Pick<RunResult, "id" | "params">): string {
  const order = params?.channel_order_id
  return typeof order === "string" ? order : id
}

/** Numbers as the language writes them, everything else as it is. */
export function readable<TParams extends Record<string, unknown>>(
  params: TParams,
  language: string
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "number" ? formatNumber(value, language) : value,
    ])
  )
}

/** A status in words; an unknown one stays as it is. */
export function statusText(t: TFunction, status: unknown): string {
  return typeof status === "string"
    ? t(`marketplaces.order_status.${status}`, { defaultValue: status })
    : ""
}

/** Key of a rule's text; i18next would take the colon of `mark:packed` for a namespace. */
export function ruleKey(rule: string): string {
  return `marketplaces.rules.${rule.replace(/:/g, "_")}`
}

/** Some codes are said of a whole range instead of one order. */
function textOf(code: string, { scope }: Record<string, unknown>): string {
  return scope === "range" ? `${code}_range` : code
}

/** Runs that bring orders in say it as a download says it. */
const LIKE_DOWNLOADS: readonly string[] = ["order_check", "settlement_orders"]

function wordingOf(kind: string): string {
  return LIKE_DOWNLOADS.includes(kind) ? "order_download" : kind
}

/** A reason that has a code is said in the page's language. */
function reasonText(t: TFunction, params: Record<string, unknown>): unknown {
  const { reason, reason_code } = params
  return typeof reason_code === "string"
    ? t(`marketplaces.shipment_hindrances.${reason_code}`, {
        ...params,
        defaultValue: typeof reason === "string" ? reason : reason_code,
      })
    : reason
}

/** One line of a run in the wording of its kind; an unknown code shows its message. */
export function resultText(
  t: TFunction,
  language: string,
  kind: string,
  result: Pick<
    RunResult,
    "channel_name" | "external_id" | "code" | "params" | "message"
  >
): string {
  const params = result.params ?? {}
  if (kind === "statement_import") {
    const problem = fileProblemText({ t, language }, result.code, params)
    return `${result.external_id} · ${problem}`
  }
  const values = {
    ...readable(params, language),
    from: statusText(t, params.from),
    to: statusText(t, params.to),
    rule:
      typeof params.rule === "string"
        ? t(ruleKey(params.rule), { defaultValue: params.rule })
        : "",
    channel: result.channel_name ?? "",
    id: result.external_id,
    name: params.product ?? params.name ?? params.sku ?? "",
    reason: reasonText(t, params) ?? result.message ?? "",
    message: result.message ?? result.code,
  }
  return t(
    [
      `marketplaces.results.${wordingOf(kind)}.${textOf(result.code, params)}`,
      "marketplaces.results.other",
    ],
    values
  )
}
