import { SqlStore } from "../sql-store"

/** Pick lists and what has been fetched. */
export class PickListRegisterService extends SqlStore {}
