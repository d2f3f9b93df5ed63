import { ChannelAccess } from "../../../domain/provider/channel-access"
import { MarketplaceError } from "../../../domain/provider/marketplace-error"
import { RunResultLine } from "../../../modules/marketplace-channel/services/run-log"
import { Channel } from "../../orders/channel"
import { LoadedParcel } from "../../parcels/load-parcels"
import { RunContext } from "../../runs/run-context"
import { arrangeParcels } from "../arrange-parcels"
import { OutcomeBoard } from "../outcome-board"
import { isSettled, SaidLine } from "../said-so-far"
import { ArrangeTask } from "../shipment-offers"

const ORDER = { id: "mpord_1", channel_id: "mpchan_1", external_id: "X" }
const CHANNEL = { id: "mpchan_1", name: "Shop" } as Channel
const ACCESS = {} as ChannelAccess

function parcel(external_id: string): LoadedParcel {
  const shares = [{ row: ORDER, parcel: null }]
  return { channel: CHANNEL, external_id, shares } as unknown as LoadedParcel
}

/** A marketplace that takes one parcel a call; `answer` is given the number of the call. */
function arrange(parcels: LoadedParcel[], answer: (call: number) => void) {
  const lines: RunResultLine[] = []
  const context = {
    addResults: async (added: RunResultLine[]) => void lines.push(...added),
  } as unknown as RunContext
  let calls = 0
  const provider = {
    shipment_batch_size: 1,
    arrangeShipments: async (
      _access: ChannelAccess,
      keys: { external_id: string }[]
    ) => {
      calls += 1
      answer(calls)
      return keys.map((key) => ({ parcel: key, ok: true }))
    },
    readShipmentOffers: async () => [],
  }
  const task = {
    channel: CHANNEL,
    provider,
    parcels: null,
    wish: { handover: null, pickup_slot: null },
  } as unknown as ArrangeTask
  const board = new OutcomeBoard(context, CHANNEL, [ORDER])
  return {
    lines,
    done: arrangeParcels(task, ACCESS, parcels, board),
  }
}

const said = ({ code, params }: RunResultLine): SaidLine => ({ code, params })

describe("the parcels of one order in several calls", () => {
  it("leave the order open until the last of them is asked for", async () => {
    const { lines, done } = arrange(
      [parcel("P1"), parcel("P2"), parcel("P3")],
      () => undefined
    )
    await done
    const settled = lines.map((line) => isSettled(said(line)))
    expect(settled.slice(0, -1)).not.toContain(true)
    expect(settled.at(-1)).toBe(true)
    expect(lines.at(-1)?.code).toBe("arranged")
  })

  it("say what was not asked for when somebody has to sign in", async () => {
    const { lines, done } = arrange(
      [parcel("P1"), parcel("P2"), parcel("P3")],
      (call) => {
        if (call === 2) {
          throw new MarketplaceError({
            kind: "authorization_expired",
            message: "sign in again",
          })
        }
      }
    )
    await expect(done).rejects.toThrow("sign in again")
    expect(lines.at(-1)).toMatchObject({
      code: "partly_done",
      params: {
        ok: false,
        parcels: [
          { external_id: "P1", ok: true, code: "arranged" },
          { external_id: "P2", ok: false, code: "needs_authorization" },
          { external_id: "P3", ok: false, code: "needs_authorization" },
        ],
      },
    })
  })
})
