import { z } from "@medusajs/framework/zod"
import { SettingsPatch } from "../../../../domain/channels/settings-rules"
import { id, oneOrSeveral, pageFields } from "../../../utils/query-schemas"

/** Checked by name and value where they are applied, so that every refusal names its field. */
const settings = z
  .record(z.string(), z.unknown())
  .transform((value) => value as SettingsPatch)

const name = z.string().trim().min(1).max(200)
const credentials = z.record(z.string(), z.string().max(5_000))

export const GetChannels = z.object({
  provider_id: oneOrSeveral.optional(),
  status: oneOrSeveral.optional(),
  ...pageFields,
})
export type GetChannelsType = z.infer<typeof GetChannels>

export const PostChannels = z.object({
  provider_id: id,
  name: name.optional(),
  credentials: credentials.optional(),
  settings: settings.optional(),
  reauthorize_channel_id: id.optional(),
})
export type PostChannelsType = z.infer<typeof PostChannels>

export const PostChannel = z.object({
  name: name.optional(),
  settings: settings.optional(),
  status: z.enum(["connected", "paused"]).optional(),
  credentials: credentials.optional(),
})
export type PostChannelType = z.infer<typeof PostChannel>

export const PostChannelAuthorize = z.object({
  credentials: credentials.optional(),
})
export type PostChannelAuthorizeType = z.infer<typeof PostChannelAuthorize>
