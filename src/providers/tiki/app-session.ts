import { Credentials } from "../../domain/provider/authorization"
import { ChannelAccess } from "../../domain/provider/channel-access"
import { MarketplaceError } from "../../domain/provider/marketplace-error"
import { Session } from "../shared/http"
import { credentialsOf } from "./auth"
import { TikiClient } from "./client"
import { TikiApp, WireToken } from "./types"

/** A token is no longer used when it ends within this time. */
const RENEW_BEFORE_MS = 600_000

/**
 * The token of the app itself, which its event queue is kept with; it belongs to no
 * seller. Kept until it nears its end: it opens nothing that the app's secret would not.
 */
export class AppTokens {
  private current: Promise<Credentials> | null = null

  constructor(
    private readonly client: TikiClient,
    private readonly app: TikiApp
  ) {}

  /** The app's own session; its calls count for the budget of the channel they serve. */
  sessionFor(access: ChannelAccess): Session {
    return {
      credentials: () => this.credentials(),
      renew: () => this.ask(),
      pace: (lane) => access.pace(lane),
    }
  }

  private async credentials(): Promise<Credentials> {
    const known = await this.current?.catch(() => null)
    const ends = Number(known?.expires_at ?? 0)
    return known && ends - this.client.now() > RENEW_BEFORE_MS
      ? known
      : this.ask()
  }

  private ask(): Promise<Credentials> {
    const asked = this.client
      .token(this.app, { grant_type: "client_credentials" })
      .then((token) => {
        const found = credentialsOf(token as WireToken, this.client.now())
        if (!found) {
          throw new MarketplaceError({
            kind: "invalid_response",
            message: "Tiki: the token answer lacks the token or its end",
          })
        }
        return found
      })
    this.current = asked
    return asked
  }
}
