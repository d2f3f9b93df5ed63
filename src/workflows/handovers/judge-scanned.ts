import {
  HandoverScope,
  judgeForHandover,
} from "../../domain/parcels/handover-check"
import { ScanCode } from "../packing/scan-message"
import { waybillOf } from "../packing/show-parcel"
import { ScannedParcel } from "./scanned-parcels"

/** Judges whether a record takes what was scanned, as far as is known of it now. */
export function judgeScanned(
  scope: HandoverScope,
  { found, request, loaded }: ScannedParcel
): { ok: boolean; code: ScanCode } {
  if (!loaded) {
    return { ok: false, code: "not_understood" }
  }
  if (request?.received_at) {
    return { ok: false, code: "already_received" }
  }
  return judgeForHandover(scope, {
    channel_id: found.channel_id,
    carrier: request ? request.carrier : waybillOf(loaded).carrier,
    orders: loaded.shares.map(({ facts }) => facts),
  })
}
