import { SqlStore } from "../sql-store"

/** Files with buyers' data, for as long as they are needed. */
export class FileStoreService extends SqlStore {}
