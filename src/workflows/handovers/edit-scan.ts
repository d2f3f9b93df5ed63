import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  impossibleLine,
  ReturnCondition,
} from "../../domain/parcels/returned-units"
import { ReceivedLine } from "../../domain/returns/received-lines"
import {
  HandoverRow,
  HandoverScanRow,
} from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { expectedLines } from "./expected-lines"
import { changeHandover } from "./lock-handover"
import { keysOf } from "./read-handover"
import { receivedBefore } from "./received-before"
import { loadScanned } from "./scanned-parcels"

export type ScanChanges = {
  condition?: ReturnCondition
  note?: string | null
  /** Units as they were found; null: all of it in `condition`. */
  lines?: ReceivedLine[] | null
}

/**
 * Says how a scanned parcel was found.
 * @throws MedusaError as {@link changeHandover}, `invalid_data` for units that cannot be in the parcel.
 */
export async function editScan(
  container: MedusaContainer,
  handover_id: string,
  scan_id: string,
  changes: ScanChanges
): Promise<void> {
  await changeHandover(container, handover_id, async (record) => {
    const scan = await requireScan(container, record, scan_id)
    if (changes.lines) {
      await requirePossible(container, record, scan, changes.lines)
    }
    const { handovers } = marketplacesOf(container)
    if (!(await handovers.updateScan(handover_id, scan_id, changes))) {
      throw isGone(scan_id)
    }
  })
}

/**
 * Takes a scan off the record, and its pictures with it.
 * @throws MedusaError as {@link editScan}.
 */
export async function undoScan(
  container: MedusaContainer,
  handover_id: string,
  scan_id: string
): Promise<void> {
  const { files, handovers } = marketplacesOf(container)
  const scan = await changeHandover(container, handover_id, async (record) => {
    const found = await requireScan(container, record, scan_id)
    if (!(await handovers.undoScan(handover_id, scan_id))) {
      throw isGone(scan_id)
    }
    return found
  })
  await files.discard(scan.photo_file_ids)
}

/**
 * Keeps a picture of a scanned parcel, for as long as the record.
 * @throws MedusaError as {@link editScan}, `invalid_data` for more than {@link MOST_PHOTOS}.
 */
export async function addPhoto(
  container: MedusaContainer,
  handover_id: string,
  scan_id: string,
  photo: { filename: string; mime_type: string; content: Buffer }
): Promise<{ id: string }> {
  return changeHandover(container, handover_id, async (record) => {
    const scan = await requireScan(container, record, scan_id)
    if (scan.photo_file_ids.length >= MOST_PHOTOS) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `A parcel has ${MOST_PHOTOS} pictures at most.`
      )
    }
    const { files, handovers } = marketplacesOf(container)
    const { filename, mime_type, content } = photo
    const { id } = await files.add(
      { run_id: null, filename, mime_type, expires_at: null },
      content
    )
    const kept = await handovers.updateScan(handover_id, scan_id, {
      photo_file_id: id,
    })
    if (!kept) {
      await files.discard([id])
      throw isGone(scan_id)
    }
    return { id }
  })
}

/** Pictures of one scanned parcel. */
const MOST_PHOTOS = 10

async function requireScan(
  container: MedusaContainer,
  { id }: HandoverRow,
  scan_id: string
): Promise<HandoverScanRow> {
  const scans = await marketplacesOf(container).handovers.scansOf(id)
  const scan = scans.find((one) => one.id === scan_id)
  if (!scan) {
    throw isGone(scan_id)
  }
  return scan
}

async function requirePossible(
  container: MedusaContainer,
  { id, direction }: HandoverRow,
  scan: HandoverScanRow,
  lines: ReceivedLine[]
): Promise<void> {
  const parcels = await loadScanned(container, direction, keysOf([scan]))
  const { earlier } = await receivedBefore(container, id, parcels)
  const expected = parcels.flatMap((parcel) => expectedLines(parcel, earlier))
  const line_id = impossibleLine(expected, lines)
  if (line_id !== null) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Line ${line_id}: no more units can be in the parcel than went out and are not back yet.`
    )
  }
}

function isGone(scan_id: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no scan ${scan_id} on this record (any more).`
  )
}
