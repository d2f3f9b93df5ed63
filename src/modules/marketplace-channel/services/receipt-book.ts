import { SqlStore } from "../sql-store"

/** Returned goods, and which of them stock still has to follow. */
export class ReceiptBookService extends SqlStore {}
