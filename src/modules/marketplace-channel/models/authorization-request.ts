import { model } from "@medusajs/framework/utils"

/** A sign-in at a marketplace that has begun: the `state` it must bring back, once, within 30 minutes. */
const AuthorizationRequest = model.define("marketplace_authorization_request", {
  id: model.id({ prefix: "mpareq" }).primaryKey(),
  provider_id: model.text(),
  /** SHA-256 of the `state`. */
  state_hash: model
    .text()
    .unique("IDX_marketplace_authorization_request_state"),
  user_id: model.text(),
  /** Encrypted values of the connect form; null when the provider asks for none. */
  secrets: model.text().nullable(),
  /** The channel whose authorization is renewed; null when connecting anew. */
  channel_id: model.text().nullable(),
  /** Name and settings that the person gave the channel beforehand. */
  name: model.text().nullable(),
  settings: model.json().nullable(),
  expires_at: model.dateTime(),
  used_at: model.dateTime().nullable(),
})

export default AuthorizationRequest
