import { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { HandoverRow } from "../../modules/marketplace-channel/handover-rows"
import { marketplacesOf } from "../marketplaces"
import { CarryOut, RefusedParcel } from "./carry-out"
import { handOver } from "./hand-over"
import { lockHandover } from "./lock-handover"
import { requireHandover } from "./open-handover"
import { HandoverDetail, readHandover } from "./read-handover"
import { receiveBack } from "./receive-back"
import { refreshParcels } from "./refresh-parcels"

const CARRY_OUT: Record<HandoverRow["direction"], CarryOut> = {
  outbound: handOver,
  inbound: receiveBack,
}

/** Rounds for scans that come in while a record is being closed. */
const MOST_ROUNDS = 10

/**
 * Closes a record: what goes out is read afresh, judged once more and handed over; what came
 * back is received. What cannot be done is set aside and told. Closing twice, or again after
 * a crash, does nothing twice.
 * @throws MedusaError `not_found`; `conflict` while somebody goes on scanning.
 */
export function closeHandover(
  container: MedusaContainer,
  id: string,
  actor: string
): Promise<{ handover: HandoverDetail; refused: RefusedParcel[] }> {
  return lockHandover(container, id, async () => {
    const record = await requireHandover(container, id)
    const refused =
      record.status === "open" ? await close(container, record, actor) : []
    return { handover: await readHandover(container, id), refused }
  })
}

async function close(
  container: MedusaContainer,
  record: HandoverRow,
  actor: string
): Promise<RefusedParcel[]> {
  const { handovers } = marketplacesOf(container)
  const carried_out = new Set<string>()
  const refused: RefusedParcel[] = []
  const unread = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const scans = await handovers.scansOf(record.id)
    const open = scans.filter(({ id }) => !carried_out.has(id))
    const names = await refreshParcels(container, record, open)
    names.forEach((name) => unread.add(name))
    const stopped = await CARRY_OUT[record.direction](
      container,
      record,
      open,
      actor
    )
    await handovers.setAside(
      stopped.map(({ scan_id, code }) => ({ id: scan_id, code }))
    )
    refused.push(...stopped)
    open.forEach(({ id }) => carried_out.add(id))
    const isClosed = await handovers.close(record.id, {
      actor,
      carried_out: [...carried_out],
      note: unread.size ? unreadNote([...unread]) : null,
    })
    if (isClosed) {
      return refused
    }
  }
  throw new MedusaError(
    MedusaError.Types.CONFLICT,
    `Handover record ${record.number} is still being scanned for; close it when that is done.`
  )
}

/** Stays on the sheet, which has no language of its own. */
function unreadNote(channels: string[]): string {
  const names = channels.join(", ")
  return `Chốt theo dữ liệu đã lưu, không đọc được từ sàn: ${names} · Closed on stored data, the marketplace could not be read: ${names}`
}
