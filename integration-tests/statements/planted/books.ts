import { FindingCode } from "../../../src/domain/statements/finding"
import {
  LineState,
  SettlementState,
} from "../../../src/domain/statements/line-state"
import { RefusalCode } from "../../../src/domain/statements/statement-line"
import { SampleLine } from "../../../src/workflows/statements/__fixtures__/sample-line"
import { Market, SoldOrder } from "./sold-order"

/** The files of one marketplace: two with fees by kind, one with their totals alone. */
export const FILES = ["first", "second", "totals_only"] as const
export type FileName = (typeof FILES)[number]

/** What has to be found of one planted error. */
export type Planted =
  | {
      kind: string
      order_id: string
      findings: FindingCode[]
      /** In all; left out where no amount can be named. */
      amount?: number
      state: SettlementState
    }
  | {
      kind: string
      line: SampleLine
      file: FileName
      refusal?: RefusalCode
      state: LineState
    }

/** Goods that came back, or money that was granted, for the shop to know of. */
export type Event = {
  order: SoldOrder
  /** Units of its first article. */
  units: number
} & (
  | { kind: "received"; lost: boolean }
  | { kind: "granted"; brings_goods: boolean }
)

/** Everything that is to be put before the plugin, and what is planted in it. */
export class Books {
  readonly files: Record<FileName, SampleLine[]> = {
    first: [],
    second: [],
    totals_only: [],
  }
  readonly events: Event[] = []
  readonly planted: Planted[] = []
  /** Orders that the shop has never downloaded, and those of its other channel. */
  readonly unknown = new Set<SoldOrder>()
  readonly elsewhere = new Set<SoldOrder>()

  constructor(readonly market: Market) {}

  add(line: SampleLine, file: FileName = "first"): void {
    this.files[file].push(line)
  }

  /** An error of an order as a whole. */
  expect(
    kind: string,
    { external_id }: SoldOrder,
    state: SettlementState,
    findings: FindingCode[],
    amount?: number
  ): void {
    this.planted.push({ kind, order_id: external_id, findings, amount, state })
  }

  /** An error of one row. */
  expectLine(
    kind: string,
    line: SampleLine,
    state: LineState,
    more: { refusal?: RefusalCode; file?: FileName } = {}
  ): void {
    const file = more.file ?? "first"
    this.planted.push({ kind, line, file, state, refusal: more.refusal })
  }
}
