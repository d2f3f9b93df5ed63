import { SqlStore } from "../sql-store"

/** Buyers' requests: the newest copy of each. */
export class BuyerRequestRegisterService extends SqlStore {}
