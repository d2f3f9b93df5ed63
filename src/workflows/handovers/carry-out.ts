import { MedusaContainer } from "@medusajs/framework/types"
import {
  HandoverRow,
  HandoverScanRow,
} from "../../modules/marketplace-channel/handover-rows"

/** A parcel that closing could not carry out. */
export type RefusedParcel = {
  scan_id: string
  external_id: string
  code: string
  /** In English. */
  message: string
}

/** Carries out what was scanned; done again after a crash, it goes on where it stopped. */
export type CarryOut = (
  container: MedusaContainer,
  record: HandoverRow,
  scans: HandoverScanRow[],
  actor: string
) => Promise<RefusedParcel[]>
