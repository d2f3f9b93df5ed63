import { MedusaContainer } from "@medusajs/framework/types"
import { JsonObject } from "../../domain/shared/json"
import MarketplaceChannelModuleService from "../../modules/marketplace-channel/service"
import {
  RunProgress,
  RunResultLine,
} from "../../modules/marketplace-channel/services/run-log"

/** What the execution of a run works with. Executing a run again from the start must be harmless. */
export type RunContext = {
  container: MedusaContainer
  marketplaces: MarketplaceChannelModuleService
  run: {
    id: string
    preview: boolean
    params: JsonObject
    created_by: string
  }
  /**
   * Shows how far the run is and keeps it from being taken over.
   * @throws {TakenOverError} when it was, as does `addResults`.
   */
  report(progress: RunProgress): Promise<void>
  /** Adds result lines; the newest line of an item replaces its earlier one. */
  addResults(lines: RunResultLine[]): Promise<void>
}

/** How a run ends that is not simply done. */
export type RunEnd = {
  /** `needs_mapping`: a person has to say what the columns of a file are. */
  status: "failed" | "needs_mapping"
  /** A sentence with the remedy. */
  error: string
}

export type RunExecutor = (context: RunContext) => Promise<RunEnd | void>
