import { Served } from "../../../domain/channels/fair-shares"

/** Of a row `due`: its `channel`, which works. */
export const JOIN_WORKING_CHANNEL = `JOIN marketplace_channel AS channel
               ON channel.id = due.channel_id
              AND channel.deleted_at IS NULL
              AND channel.status IN ('connected', 'expiring')`

/** Of a row `due` and its `channel`: that it is nobody's who has what is due to him. */
export const NOT_SERVED = `due.channel_id NOT IN (SELECT jsonb_array_elements_text(?::jsonb))
              AND channel.provider_id NOT IN (SELECT jsonb_array_elements_text(?::jsonb))`

/** What `NOT_SERVED` takes. */
export function notServed({ channel_ids, provider_ids }: Served): string[] {
  return [JSON.stringify(channel_ids), JSON.stringify(provider_ids)]
}
