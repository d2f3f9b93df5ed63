import { SqlStore } from "../sql-store"

/** Statements and their lines: taken in whole, or not at all. */
export class StatementBookService extends SqlStore {}
