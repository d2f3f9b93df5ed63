import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { EarlierScan } from "../../modules/marketplace-channel/services/packing-table"
import { marketplacesOf } from "../marketplaces"
import { PackingAnswer, scanResult } from "./scan-answer"
import { ScanCode } from "./scan-message"
import { showParcel } from "./show-parcel"
import { countsOf, layFound } from "./table-parcel"

/**
 * Answers a step that was done before: what became of it then, and its parcel as it is now;
 * null when there is no such parcel any more.
 */
export async function answerAgain(
  container: MedusaContainer,
  earlier: EarlierScan
): Promise<PackingAnswer> {
  const { id, ok, code, scanned } = earlier
  const { channel_id, parcel_external_id } = earlier
  const found =
    channel_id !== null && parcel_external_id !== null
      ? await marketplacesOf(container).packing.findScannedParcel({
          channel_id,
          parcel_external_id,
        })
      : null
  const table = found && (await layFound(container, found))
  return {
    scan: scanResult({ id, ok, code: code as ScanCode, scanned }),
    parcel: table && showParcel(table, await countsOf(container, table)),
  }
}

/**
 * A name means one scan: under a name that was used for another code it is neither counted
 * nor answered with what became of that one.
 */
export function assertSameCode(earlier: EarlierScan, code: string): void {
  if (earlier.scanned.trim() !== code.trim()) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "request_id names the scan of another code: give every scan a name of its own"
    )
  }
}
