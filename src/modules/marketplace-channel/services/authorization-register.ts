import { createHash } from "node:crypto"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { DAL } from "@medusajs/framework/types"
import { Grant } from "../../../domain/provider/authorization"
import { JsonObject } from "../../../domain/shared/json"
import { deleteInBatches } from "../delete-in-batches"
import { Sql, SqlStore } from "../sql-store"
import { AuthorizationVaultService } from "./authorization-vault"
import { SecretBoxService } from "./secret-box"

const STATE_LIFE_MINUTES = 30

/** A sign-in that a person of ours began. */
export type ConnectionRequest = {
  provider_id: string
  user_id: string
  /** The channel whose authorization is renewed; null when connecting anew. */
  channel_id: string | null
  name: string | null
  settings: JsonObject | null
  /** Values of the connect form. */
  credentials: Record<string, string> | null
}

type RequestRow = Omit<ConnectionRequest, "credentials"> & {
  secrets: string | null
}

type AuthorizationRow = {
  id: string
  provider_id: string
  account_external_id: string
  claimed_by: string | null
}

/** Condition on an authorization, as `one`: no channel opens its shop with it. */
const UNUSED = `NOT EXISTS (
  SELECT FROM marketplace_channel AS channel
   WHERE channel.authorization_id = one.id AND channel.deleted_at IS NULL)`

/** Longer than a claimed consent waits for its channels while they are being connected. */
const CONNECTING = "interval '1 hour'"

type Dependencies = {
  baseRepository: DAL.RepositoryService
  secretBoxService: SecretBoxService
  authorizationVaultService: AuthorizationVaultService
}

/** Which sign-ins are under way, and to whom the consents that came of them belong. */
export class AuthorizationRegisterService extends SqlStore {
  private readonly box_: SecretBoxService
  private readonly vault_: AuthorizationVaultService

  constructor(dependencies: Dependencies) {
    super(dependencies)
    this.box_ = dependencies.secretBoxService
    this.vault_ = dependencies.authorizationVaultService
  }

  /** Remembers a sign-in by the hash of its `state`, for 30 minutes. */
  async begin(state: string, request: ConnectionRequest): Promise<void> {
    await this.sql(
      `DELETE FROM marketplace_authorization_request
        WHERE expires_at < clock_timestamp() - interval '1 day'`
    )
    await this.sql(
      `INSERT INTO marketplace_authorization_request
         (id, provider_id, state_hash, user_id, secrets, channel_id, name,
          settings, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb,
               clock_timestamp() + interval '${STATE_LIFE_MINUTES} minutes')`,
      [
        generateEntityId(undefined, "mpareq"),
        request.provider_id,
        hash(state),
        request.user_id,
        request.credentials &&
          this.box_.seal(JSON.stringify(request.credentials)),
        request.channel_id,
        request.name,
        request.settings && JSON.stringify(request.settings),
      ]
    )
  }

  /**
   * Uses a `state` up, and forgets the secrets that were kept with it. Null when it is
   * unknown, used, too old or of another provider; of several who bring it at once, one gets it.
   */
  async redeem(
    provider_id: string,
    state: string
  ): Promise<ConnectionRequest | null> {
    const [row] = await this.sql<RequestRow>(
      `WITH begun AS (
         SELECT id, provider_id, user_id, channel_id, name, settings, secrets
           FROM marketplace_authorization_request
          WHERE state_hash = ? AND provider_id = ? AND used_at IS NULL
            AND expires_at > clock_timestamp() AND deleted_at IS NULL
            FOR UPDATE)
       UPDATE marketplace_authorization_request AS request
          SET used_at = clock_timestamp(), secrets = NULL
         FROM begun
        WHERE request.id = begun.id
        RETURNING begun.provider_id, begun.user_id, begun.channel_id, begun.name,
                  begun.settings, begun.secrets`,
      [hash(state), provider_id]
    )
    if (!row) {
      return null
    }
    const { secrets, ...request } = row
    return {
      ...request,
      credentials: secrets
        ? (JSON.parse(this.box_.open(secrets)) as Record<string, string>)
        : null,
    }
  }

  /** Keeps a consent, unusable until it is claimed; one that waits already is replaced. */
  async keep(provider_id: string, grant: Grant): Promise<string> {
    const id = generateEntityId(undefined, "mpauth")
    const { account, credentials } = grant
    await this.transaction(async (sql) => {
      await sql(
        `DELETE FROM marketplace_authorization
          WHERE provider_id = ? AND account_external_id = ? AND claimed_by IS NULL`,
        [provider_id, account.external_id]
      )
      await sql(
        `INSERT INTO marketplace_authorization
           (id, provider_id, account_external_id, account_name, secrets, scopes,
            shops, expires_at, refresh_expires_at)
         VALUES (?, ?, ?, ?, ?,
                 ARRAY(SELECT jsonb_array_elements_text(?::jsonb)), ?::jsonb, ?, ?)`,
        [
          id,
          provider_id,
          account.external_id,
          account.name,
          this.vault_.seal(credentials),
          JSON.stringify(grant.scopes),
          JSON.stringify(grant.shops),
          credentials.expires_at?.toISOString() ?? null,
          credentials.refresh_expires_at?.toISOString() ?? null,
        ]
      )
    })
    return id
  }

  /**
   * Makes a waiting consent usable for a person. When the account is connected already,
   * its authorization takes the new credentials over and keeps its id.
   *
   * @returns the id of the account's authorization.
   * @throws {MedusaError} NOT_FOUND when nothing waits under this id.
   */
  async claim(id: string, user_id: string): Promise<string> {
    return this.transaction(async (sql) => {
      const waiting = await lockWaiting(sql, id)
      const [known] = await sql<{ id: string }>(
        `SELECT id FROM marketplace_authorization
          WHERE provider_id = ? AND account_external_id = ?
            AND claimed_by IS NOT NULL AND deleted_at IS NULL
          FOR UPDATE`,
        [waiting.provider_id, waiting.account_external_id]
      )
      if (!known) {
        await sql(
          `UPDATE marketplace_authorization
              SET claimed_by = ?, updated_at = clock_timestamp() WHERE id = ?`,
          [user_id, id]
        )
        return id
      }
      await takeOver(sql, known.id, id)
      return known.id
    })
  }

  /** Puts a claimed consent back to waiting, unless a channel opens its shop with it already. */
  async unclaim(id: string): Promise<void> {
    await this.sql(
      `UPDATE marketplace_authorization AS one SET claimed_by = NULL
        WHERE one.id = ? AND ${UNUSED}`,
      [id]
    )
  }

  /** Forgets a consent that waits, unless a channel opens its shop with it already. */
  async discardWaiting(id: string): Promise<void> {
    await this.sql(
      `DELETE FROM marketplace_authorization AS one
        WHERE one.id = ? AND one.claimed_by IS NULL AND ${UNUSED}`,
      [id]
    )
  }

  /** Forgets consents that nobody claimed, and begun ones with what was typed in for them. */
  async forgetBefore(moment: Date): Promise<void> {
    const before = [moment.toISOString()]
    await deleteInBatches(
      this.sql,
      "marketplace_authorization",
      `one.claimed_by IS NULL AND one.created_at < ?
       AND NOT EXISTS (SELECT FROM marketplace_channel AS channel
                        WHERE channel.authorization_id = one.id)`,
      before
    )
    await deleteInBatches(
      this.sql,
      "marketplace_authorization_request",
      "one.expires_at < ?",
      before
    )
  }

  /** Forgets the secrets of these authorizations where no channel uses them any more. */
  async removeUnused(ids: string[]): Promise<void> {
    await this.sql(
      `DELETE FROM marketplace_authorization AS one
        WHERE one.id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND ${UNUSED}`,
      [JSON.stringify(ids)]
    )
  }

  /** Forgets claimed authorizations that something left behind which broke off half-way. */
  async removeLeftBehind(): Promise<void> {
    await deleteInBatches(
      this.sql,
      "marketplace_authorization",
      `one.claimed_by IS NOT NULL
       AND one.updated_at < clock_timestamp() - ${CONNECTING} AND ${UNUSED}`,
      []
    )
  }
}

/** One claim of an account at a time, also when two consents of it wait. */
async function lockWaiting(sql: Sql, id: string): Promise<AuthorizationRow> {
  const [row] = await sql<AuthorizationRow>(
    `SELECT id, provider_id, account_external_id, claimed_by
       FROM marketplace_authorization
      WHERE id = ? AND deleted_at IS NULL FOR UPDATE`,
    [id]
  )
  if (!row || row.claimed_by) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `No authorization waits under ${id}. It may have been claimed already; look at the channels.`
    )
  }
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [
    `marketplaces:account:${row.provider_id}:${row.account_external_id}`,
  ])
  return row
}

/**
 * The newer consent's credentials move into the older one's row, whose channels stay. They
 * have just opened the shop, so those before are forgotten: they may be ones that were
 * replaced because somebody else knows them.
 */
async function takeOver(sql: Sql, id: string, newer: string): Promise<void> {
  await sql(
    `UPDATE marketplace_authorization AS kept
        SET previous_secrets = NULL, secrets = newer.secrets,
            account_name = newer.account_name, scopes = newer.scopes,
            shops = newer.shops, expires_at = newer.expires_at,
            refresh_expires_at = newer.refresh_expires_at,
            refused_at = NULL, refused_reason = NULL,
            updated_at = clock_timestamp()
       FROM marketplace_authorization AS newer
      WHERE kept.id = ? AND newer.id = ?`,
    [id, newer]
  )
  await sql(`DELETE FROM marketplace_authorization WHERE id = ?`, [newer])
}

function hash(state: string): string {
  return createHash("sha256").update(state).digest("hex")
}
