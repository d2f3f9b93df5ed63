import { MedusaContainer } from "@medusajs/framework/types"
import { Sandbox } from "../../sandbox"
import { AdminClient } from "../support/admin"
import { ChannelAnswer } from "../support/connect"

/** A booted shop that is connected to both marketplaces, with its listings linked. */
export type OperationsShop = {
  readonly container: MedusaContainer
  readonly admin: AdminClient
  readonly sandbox: Sandbox
  /** Where the shop answers, with its scheme and port. */
  readonly base_url: string
  readonly database_url: string
  readonly tiktok: ChannelAnswer
  readonly tiki: ChannelAnswer
}
