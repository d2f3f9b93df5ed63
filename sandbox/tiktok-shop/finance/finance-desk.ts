import { JsonObject } from "../../../src/domain/shared/json"
import { Clock } from "../../shared/clock"
import { RequestBook } from "../after-sales/request-book"
import { Return } from "../after-sales/return"
import { Order } from "../orders/order"
import { settleUnits, SkuShare } from "./breakdown"
import { addSums, sumsOf, Transaction } from "./transaction"

const DAY = 86_400

/** One of a shop and day; generated at the midnight (UTC) that ends the day, in seconds. */
export type Statement = {
  readonly id: string
  readonly shop_id: string
  readonly time: number
  readonly payment_status: "PROCESSING" | "PAID" | "FAILED"
  readonly payment_id: string
  /** Laid over its entry in the list of statements. */
  readonly overrides: JsonObject
}

export type Withdrawal = {
  readonly id: string
  readonly shop_id: string
  readonly type: "WITHDRAW" | "SETTLE" | "TRANSFER" | "REVERSE"
  readonly amount: number
  readonly status: "PROCESSING" | "SUCCESS" | "FAILED"
  /** Seconds, UTC. */
  readonly time: number
  /** Laid over its entry in the list of withdrawals. */
  readonly overrides: JsonObject
}

export type SettleInput = {
  /** Which orders; without it every completed one that has something to settle. */
  order_ids?: string[]
  shop_id: string
  /** Days before today that the orders are settled on; the default is yesterday. */
  days_ago?: number
  /** Charges something else than the rules, by order and TikTok's key. */
  fees?: Record<string, Record<string, number>>
}

export type AdjustInput = {
  shop_id: string
  type: string
  /** Signed, in đồng. */
  amount: number
  order_id?: string
  days_ago?: number
}

type Parts = {
  clock: Clock
  orders: () => Order[]
  returns: RequestBook<Return>
}

/** Settles orders into statements, and pays statements out. */
export class FinanceDesk {
  private statements: Statement[] = []
  private transactions: Transaction[] = []
  private withdrawals: Withdrawal[] = []
  private readonly sold = new Set<string>()
  private readonly refunded = new Set<string>()
  private counter = 0

  constructor(private readonly parts: Parts) {}

  clear(): void {
    this.statements = []
    this.transactions = []
    this.withdrawals = []
    this.sold.clear()
    this.refunded.clear()
    this.counter = 0
  }

  /** Settles what has not been: sales once, and units that have come back since. */
  settle({ order_ids, shop_id, days_ago, fees }: SettleInput): Transaction[] {
    const statement = this.statementOf(shop_id, days_ago)
    return this.parts
      .orders()
      .filter(
        (order) =>
          order.shop_id === shop_id &&
          (order_ids?.includes(order.id) ?? order.status === "COMPLETED")
      )
      .flatMap((order) => {
        const shares = this.due(order).map((share, place) =>
          place === 0
            ? { ...share, fee: { ...share.fee, ...fees?.[order.id] } }
            : share
        )
        return shares.length === 0
          ? []
          : [this.book(statement, "ORDER", { order, shares })]
      })
  }

  /** Books something that is no sale. */
  adjust({ shop_id, type, amount, order_id, days_ago }: AdjustInput) {
    const order = this.parts.orders().find(({ id }) => id === order_id) ?? null
    return this.book(this.statementOf(shop_id, days_ago), type, {
      order,
      adjustment: amount,
    })
  }

  /** Lays something over a transaction's answer. @throws {RangeError} */
  edit(id: string, overrides: JsonObject): Transaction {
    const found = this.transactions.find((one) => one.id === id)
    if (!found) {
      throw new RangeError(`no transaction ${id}`)
    }
    const changed = { ...found, overrides }
    this.transactions = this.transactions.map((one) =>
      one === found ? changed : one
    )
    return changed
  }

  /** Lays something over a statement's entry in the list. @throws {RangeError} */
  editStatement(id: string, overrides: JsonObject): void {
    if (!this.statements.some((one) => one.id === id)) {
      throw new RangeError(`no statement ${id}`)
    }
    this.statements = this.statements.map((one) =>
      one.id === id ? { ...one, overrides } : one
    )
  }

  /** Lays something over a withdrawal's entry in the list. @throws {RangeError} */
  editWithdrawal(id: string, overrides: JsonObject): void {
    if (!this.withdrawals.some((one) => one.id === id)) {
      throw new RangeError(`no withdrawal ${id}`)
    }
    this.withdrawals = this.withdrawals.map((one) =>
      one.id === id ? { ...one, overrides } : one
    )
  }

  /** Pays a statement into the shop's wallet. @throws {RangeError} when there is none. */
  pay(statement_id: string): Statement {
    const found = this.statements.find(({ id }) => id === statement_id)
    if (!found) {
      throw new RangeError(`no statement ${statement_id}`)
    }
    const { settlement } = addSums(this.entriesOf(found.id).map(sumsOf))
    const payment_id = this.newId("346")
    const paid: Statement = { ...found, payment_status: "PAID", payment_id }
    this.statements = this.statements.map((one) => (one === found ? paid : one))
    this.move(found.shop_id, "SETTLE", settlement)
    return paid
  }

  /** Money moves in the wallet, or from it to the bank. */
  move(shop_id: string, type: Withdrawal["type"], amount: number): Withdrawal {
    const withdrawal: Withdrawal = {
      id: this.newId("347"),
      shop_id,
      type,
      amount,
      status: "SUCCESS",
      time: this.parts.clock.seconds(),
      overrides: {},
    }
    this.withdrawals.push(withdrawal)
    return withdrawal
  }

  /** Statements of a shop that have been generated, oldest first. */
  statementsOf(shop_id: string): Statement[] {
    const now = this.parts.clock.seconds()
    return this.statements
      .filter((one) => one.shop_id === shop_id && one.time <= now)
      .sort((a, b) => a.time - b.time)
  }

  /** The entries of a statement, by when their orders were placed. */
  entriesOf(statement_id: string): Transaction[] {
    return this.transactions
      .filter((one) => one.statement_id === statement_id)
      .sort(
        (a, b) =>
          a.order_create_time - b.order_create_time || (a.id < b.id ? -1 : 1)
      )
  }

  salesOf(order_id: string): Transaction[] {
    return this.transactions.filter(
      (one) => one.order_id === order_id && one.shares.length > 0
    )
  }

  withdrawalsOf(shop_id: string): Withdrawal[] {
    return this.withdrawals.filter((one) => one.shop_id === shop_id)
  }

  private due(order: Order): SkuShare[] {
    const live = order.units.filter(({ status }) => status !== "CANCELLED")
    const sold = this.sold.has(order.id) ? [] : settleUnits(order, live, false)
    const back = this.parts.returns
      .ofOrder(order.id)
      .filter(
        ({ id, status }) =>
          status === "RETURN_OR_REFUND_REQUEST_COMPLETE" &&
          !this.refunded.has(id)
      )
    const unit_ids = back.flatMap((one) => one.unit_ids)
    const units = live.filter(({ id }) => unit_ids.includes(id))
    this.sold.add(order.id)
    back.forEach(({ id }) => this.refunded.add(id))
    return [...sold, ...settleUnits(order, units, true)]
  }

  private book(
    statement: Statement,
    type: string,
    of: { order: Order | null; shares?: SkuShare[]; adjustment?: number }
  ): Transaction {
    const transaction: Transaction = {
      id: this.newId("164"),
      statement_id: statement.id,
      type,
      order_id: of.order?.id ?? null,
      order_create_time: of.order?.create_time ?? 0,
      shares: of.shares ?? [],
      adjustment: of.adjustment ?? 0,
      overrides: {},
    }
    this.transactions.push(transaction)
    return transaction
  }

  private statementOf(shop_id: string, days_ago = 1): Statement {
    const today = Math.floor(this.parts.clock.seconds() / DAY) * DAY
    const time = today - (days_ago - 1) * DAY
    const known = this.statements.find(
      (one) => one.shop_id === shop_id && one.time === time
    )
    if (known) {
      return known
    }
    const statement: Statement = {
      id: this.newId("756"),
      shop_id,
      time,
      payment_status: "PROCESSING",
      payment_id: "",
      overrides: {},
    }
    this.statements.push(statement)
    return statement
  }

  /** Nineteen digits, as TikTok's. */
  private newId(start: string): string {
    this.counter += 1
    return start + String(this.counter).padStart(16, "0")
  }
}
