import { SqlStore } from "../sql-store"

/** Reads settlements for lists, reports and exports. */
export class SettlementReaderService extends SqlStore {}
