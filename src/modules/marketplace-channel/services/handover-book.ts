import { SqlStore } from "../sql-store"

/** Handover records and what was scanned for them. */
export class HandoverBookService extends SqlStore {}
