import { SqlStore } from "../sql-store"

/** Money that the shop asks marketplaces for. */
export class ClaimRegisterService extends SqlStore {}
