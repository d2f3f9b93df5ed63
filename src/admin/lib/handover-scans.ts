import type {
  HandoverDetail,
  HandoverParcel,
  HandoverScanAnswer,
} from "./types"

const isSame = (a: HandoverParcel, b: HandoverParcel) =>
  a.parcel_id !== null && a.parcel_id === b.parcel_id

/** A record after a scan, until it is read again: the parcel is on it, or its code set aside. */
export function withScan(
  handover: HandoverDetail,
  { scan }: HandoverScanAnswer
): HandoverDetail {
  const { parcel, ...result } = scan
  if (scan.ok && parcel) {
    const missing = handover.missing.filter((one) => !isSame(one, parcel))
    return {
      ...handover,
      parcels: [
        ...handover.parcels.filter(({ scan_id }) => scan_id !== parcel.scan_id),
        parcel,
      ],
      missing,
      missing_count:
        handover.missing_count - (handover.missing.length - missing.length),
      set_aside: handover.set_aside.filter(
        ({ scanned }) => scanned.trim() !== scan.scanned.trim()
      ),
    }
  }
  const known = handover.parcels.some(
    ({ tracking_number, external_id }) =>
      tracking_number === scan.scanned.trim() ||
      external_id === scan.scanned.trim()
  )
  return scan.ok || known
    ? handover
    : {
        ...handover,
        set_aside: [
          ...handover.set_aside.filter(
            ({ scanned }) => scanned.trim() !== scan.scanned.trim()
          ),
          {
            scan_id: result.id,
            scanned: result.scanned,
            code: result.code,
            message: result.message,
            at: new Date().toISOString(),
          },
        ],
      }
}

/** A record without what a scan had put on it, until it is read again. */
export function withoutScan(
  handover: HandoverDetail,
  scan_id: string
): HandoverDetail {
  return {
    ...handover,
    parcels: handover.parcels.filter((one) => one.scan_id !== scan_id),
  }
}

/** The parcel that was scanned last; null when there is none. */
export function lastScanned(parcels: HandoverParcel[]): HandoverParcel | null {
  return newestFirst(parcels)[0] ?? null
}

/** Parcels as they were scanned, the last one first. */
export function newestFirst(parcels: HandoverParcel[]): HandoverParcel[] {
  return parcels
    .filter(({ scan_id }) => scan_id !== null)
    .sort((a, b) => (b.scanned_at ?? "").localeCompare(a.scanned_at ?? ""))
}

/** Units that came back, by condition; a parcel without numbers is wholly in its condition. */
export function conditionTotals(parcels: HandoverParcel[]): {
  good: number
  damaged: number
  lost: number
} {
  const totals = { good: 0, damaged: 0, lost: 0 }
  for (const { lines, condition } of parcels) {
    for (const { good, damaged, lost, quantity = 0 } of lines ?? []) {
      if (good === undefined && damaged === undefined && lost === undefined) {
        totals[condition ?? "good"] += quantity
      } else {
        totals.good += good ?? 0
        totals.damaged += damaged ?? 0
        totals.lost += lost ?? 0
      }
    }
  }
  return totals
}
