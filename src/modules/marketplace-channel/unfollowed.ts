import { UNFOLLOWED_DAYS } from "../../domain/privacy/judge-erasure"

/** Condition on a row `channel`: it is disconnected so long that nothing of it is under way. */
export const UNFOLLOWED = `COALESCE(
  channel.deleted_at < clock_timestamp() - interval '${UNFOLLOWED_DAYS} days', FALSE)`
