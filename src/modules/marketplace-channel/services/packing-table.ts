import { SqlStore } from "../sql-store"

/** Parcels found by what a scanner reads, and their contents counted off. */
export class PackingTableService extends SqlStore {}
