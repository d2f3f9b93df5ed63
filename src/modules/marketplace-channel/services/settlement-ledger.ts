import { SqlStore } from "../sql-store"

/** What each order was paid, beside what it should have been. */
export class SettlementLedgerService extends SqlStore {}
