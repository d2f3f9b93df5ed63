import { model } from "@medusajs/framework/utils"

/**
 * A seller's consent: one account at a marketplace and the secrets that open it.
 * Several channels may hang on one authorization.
 */
const Authorization = model
  .define("marketplace_authorization", {
    id: model.id({ prefix: "mpauth" }).primaryKey(),
    provider_id: model.text(),
    account_external_id: model.text(),
    account_name: model.text(),
    /** Encrypted credentials. */
    secrets: model.text(),
    /** The pair before the last renewal, kept until the new one has worked. */
    previous_secrets: model.text().nullable(),
    scopes: model.array(),
    /** Shops of the grant, `Shop[]`. */
    shops: model.json(),
    expires_at: model.dateTime().nullable(),
    refresh_expires_at: model.dateTime().nullable(),
    /** The admin who connected it; null while an install without `state` waits to be claimed. */
    claimed_by: model.text().nullable(),
    /** When renewing was refused, and why; null while the authorization works. */
    refused_at: model.dateTime().nullable(),
    refused_reason: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_marketplace_authorization_account",
      on: ["provider_id", "account_external_id"],
      unique: true,
      where: "claimed_by IS NOT NULL AND deleted_at IS NULL",
    },
  ])

export default Authorization
