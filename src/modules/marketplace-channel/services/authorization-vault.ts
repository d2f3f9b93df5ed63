import { MedusaError } from "@medusajs/framework/utils"
import { DAL } from "@medusajs/framework/types"
import { bulkhead, IPolicy } from "cockatiel"
import {
  Credentials,
  hasTypedKeys,
} from "../../../domain/provider/authorization"
import { MarketplaceError } from "../../../domain/provider/marketplace-error"
import { ProviderRegistryService } from "./provider-registry"
import { SecretBoxService } from "./secret-box"
import { Sql, SqlStore } from "../sql-store"

type Row = {
  id: string
  provider_id: string
  secrets: string
  previous_secrets: string | null
}

type Dependencies = {
  baseRepository: DAL.RepositoryService
  secretBoxService: SecretBoxService
  providerRegistryService: ProviderRegistryService
}

/**
 * How many authorizations of one marketplace a process renews at a time. Each keeps a connection
 * of the database while the marketplace answers, of ten that there are by default.
 */
const RENEWALS_AT_ONCE = 2

/** Opens, renews and keeps the credentials of authorizations. */
export class AuthorizationVaultService extends SqlStore {
  private readonly box_: SecretBoxService
  private readonly registry_: ProviderRegistryService
  /** Renewals under way in this process, by authorization. */
  private readonly renewals_ = new Map<string, Promise<Credentials>>()
  /** In which those of a marketplace wait for their turn. */
  private readonly lines_ = new Map<string, IPolicy>()

  constructor(dependencies: Dependencies) {
    super(dependencies)
    this.box_ = dependencies.secretBoxService
    this.registry_ = dependencies.providerRegistryService
  }

  seal(credentials: Credentials): string {
    return this.box_.seal(JSON.stringify(credentials))
  }

  /**
   * What opens the shop; sealed anew first where it is sealed with an older key.
   * @throws {MedusaError} NOT_FOUND when it is gone.
   */
  async credentials(authorization_id: string): Promise<Credentials> {
    const row = await retrieve(this.sql, authorization_id, "")
    if (this.box_.isOutdated(row.secrets)) {
      await this.sealAnew_(row)
    }
    return this.open_(row.secrets)
  }

  /** Whether a person can type in other keys; not for those in the server's options. */
  async hasTypedKeys(authorization_id: string): Promise<boolean> {
    const row = await retrieve(this.sql, authorization_id, "")
    return this.areTyped_(row, this.open_(row.secrets))
  }

  /**
   * Renews credentials under a row lock: of all processes that find them expired, one
   * asks the marketplace and the others get its result. Within a process all share one
   * renewal, its failure too, and renews few authorizations of a marketplace at a time, so
   * that a sign-in server that hangs leaves connections of the database to all others. The
   * pair before stays readable
   * until the next renewal, in case the new one never worked. Wrong keys in the server's
   * options stop no channel: they are put right there, and nobody signs in again for it.
   *
   * @param expired the credentials that no longer work; null to renew whatever is stored.
   * @throws {MarketplaceError} `authorization_refused` when a person has to sign in again.
   */
  renew(
    authorization_id: string,
    expired: Credentials | null
  ): Promise<Credentials> {
    const under_way = this.renewals_.get(authorization_id)
    if (under_way) {
      return under_way
    }
    const renewal = this.renewInTurn_(authorization_id, expired).finally(() =>
      this.renewals_.delete(authorization_id)
    )
    this.renewals_.set(authorization_id, renewal)
    return renewal
  }

  private async renewInTurn_(
    authorization_id: string,
    expired: Credentials | null
  ): Promise<Credentials> {
    const { provider_id } = await retrieve(this.sql, authorization_id, "")
    const line =
      this.lines_.get(provider_id) ??
      bulkhead(RENEWALS_AT_ONCE, Number.MAX_SAFE_INTEGER)
    this.lines_.set(provider_id, line)
    return line.execute(() => this.renewStored_(authorization_id, expired))
  }

  private async renewStored_(
    authorization_id: string,
    expired: Credentials | null
  ): Promise<Credentials> {
    const outcome = await this.transaction(async (sql) => {
      const row = await retrieve(sql, authorization_id, "FOR UPDATE")
      const current = this.open_(row.secrets)
      if (expired && !sameToken(current, expired)) {
        return { credentials: current }
      }
      try {
        const renewed = await this.renewWithFallback_(row, current)
        await store(sql, row, this.seal(renewed), renewed)
        return { credentials: renewed }
      } catch (error) {
        if (
          isRefusal(error) &&
          (error.kind !== "credentials_invalid" || this.areTyped_(row, current))
        ) {
          await markRefused(sql, row.id, error.message)
          return { refusal: error }
        }
        throw error
      }
    })
    if ("refusal" in outcome) {
      throw outcome.refusal
    }
    return outcome.credentials
  }

  /** Tries the stored pair and, when that is refused, the one before it. */
  private async renewWithFallback_(
    row: Row,
    current: Credentials
  ): Promise<Credentials> {
    const provider = this.registry_.retrieve(row.provider_id)
    try {
      return await provider.renewCredentials(current)
    } catch (error) {
      const previous = this.readable_(row.previous_secrets)
      if (!isRefusal(error) || !previous) {
        throw error
      }
      return provider.renewCredentials(this.open_(previous))
    }
  }

  private areTyped_({ provider_id }: Row, credentials: Credentials): boolean {
    const { description } = this.registry_.retrieve(provider_id)
    return hasTypedKeys(description, credentials)
  }

  /** Leaves it to others where they have stored another pair meanwhile. */
  private async sealAnew_({ id, secrets, previous_secrets }: Row) {
    const anew = (sealed: string) => this.box_.seal(this.box_.open(sealed))
    const previous = this.readable_(previous_secrets)
    await this.sql(
      `UPDATE marketplace_authorization SET secrets = ?, previous_secrets = ?
        WHERE id = ? AND secrets = ?`,
      [anew(secrets), previous && anew(previous), id, secrets]
    )
  }

  /** The pair before may be sealed with a key that was taken out since. */
  private readable_(sealed: string | null): string | null {
    return sealed && this.box_.canOpen(sealed) ? sealed : null
  }

  private open_(sealed: string): Credentials {
    const stored = JSON.parse(this.box_.open(sealed)) as {
      values: Record<string, string>
      expires_at: string | null
      refresh_expires_at: string | null
    }
    return {
      values: stored.values,
      expires_at: toDate(stored.expires_at),
      refresh_expires_at: toDate(stored.refresh_expires_at),
    }
  }
}

async function retrieve(sql: Sql, id: string, suffix: string): Promise<Row> {
  const [row] = await sql<Row>(
    `SELECT id, provider_id, secrets, previous_secrets
       FROM marketplace_authorization
      WHERE id = ? AND deleted_at IS NULL ${suffix}`,
    [id]
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "The channel's authorization is gone. Connect the shop again."
    )
  }
  return row
}

async function store(
  sql: Sql,
  row: Row,
  sealed: string,
  renewed: Credentials
): Promise<void> {
  await sql(
    `UPDATE marketplace_authorization
        SET secrets = ?, previous_secrets = ?, expires_at = ?,
            refresh_expires_at = ?, refused_at = NULL, refused_reason = NULL,
            updated_at = clock_timestamp()
      WHERE id = ?`,
    [
      sealed,
      row.secrets,
      renewed.expires_at?.toISOString() ?? null,
      renewed.refresh_expires_at?.toISOString() ?? null,
      row.id,
    ]
  )
}

async function markRefused(
  sql: Sql,
  id: string,
  reason: string
): Promise<void> {
  await sql(
    `UPDATE marketplace_authorization
        SET refused_at = clock_timestamp(), refused_reason = ? WHERE id = ?`,
    [reason, id]
  )
  await sql(
    `UPDATE marketplace_channel
        SET status = 'needs_authorization', status_reason = ?,
            updated_at = clock_timestamp()
      WHERE authorization_id = ? AND deleted_at IS NULL AND status <> 'paused'`,
    [reason, id]
  )
}

function isRefusal(error: unknown): error is MarketplaceError {
  return (
    error instanceof MarketplaceError &&
    (error.kind === "authorization_refused" ||
      error.kind === "authorization_expired" ||
      error.kind === "credentials_invalid")
  )
}

function sameToken(a: Credentials, b: Credentials): boolean {
  return JSON.stringify(a.values) === JSON.stringify(b.values)
}

function toDate(text: string | null): Date | null {
  return text ? new Date(text) : null
}
