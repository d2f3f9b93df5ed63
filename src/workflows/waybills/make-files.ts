import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../domain/shared/error-message"
import { AskedChannels } from "../../domain/provider/asked-channels"
import { Waybill, WaybillWish } from "../../domain/provider/gives-waybills"
import { ActionOutcome, failureOutcome } from "../order-actions/action-result"
import { channelFailure } from "../order-actions/channel-failure"
import { RunContext } from "../runs/run-context"
import { Choice, ChosenWaybill, printed } from "./choose-waybills"
import { fetchWaybills } from "./fetch-waybills"
import { LabelBrowser } from "./label-browser"
import { LabelPrinter } from "./label-printer"
import { pacedReport } from "./paced-report"
import {
  isPrinted,
  PrintCheckpoint,
  PrintedParcel,
  readCheckpoint,
  toJson,
} from "./print-checkpoint"
import { UnreadableWaybill } from "./unreadable-waybill"
import { WaybillFiles } from "./waybill-files"

/** Waybills that are held in memory at once. */
const AT_ONCE = 100

/**
 * Makes the files of a print job and publishes them together with what became of each
 * parcel. One waybill that cannot be had or read is that parcel's result; the rest is printed.
 * A channel that does not answer is given up: its parcels are left to a later print, which may
 * begin while this one still works on other channels'.
 */
export async function makeFiles(
  context: RunContext,
  { chosen, refused }: Choice,
  wish: WaybillWish
): Promise<PrintCheckpoint> {
  const { marketplaces, run } = context
  const files = new WaybillFiles(marketplaces, run.id, wish.size)
  const press = new Press(context, files, wish)
  const parcels: PrintedParcel[] = []
  const report = (done: number) =>
    context.report({ phase: "printing", done, total: chosen.length })
  const paced = pacedReport(report)
  const channels = new AskedChannels()
  try {
    let waiting = chosen
    while (waiting.length) {
      const begun = parcels.length
      const some = waiting.slice(0, AT_ONCE)
      const fetched = await fetchWaybills(some, wish, {
        channels,
        onLook: (done) => paced(begun + done),
        onUnexpected: ({ parcel }, error) =>
          channelFailure(context, parcel.channel, error),
      })
      for (const one of some) {
        const got = fetched.get(one)
        // Held no longer than it takes to add it.
        fetched.delete(one)
        parcels.push(await press.print(one, got))
        await paced(parcels.length)
      }
      waiting = waiting.slice(AT_ONCE).filter(({ parcel }) => {
        const given_up = channels.whyGivenUp(parcel.channel.id)
        if (given_up) {
          parcels.push(printed(parcel, failureOutcome(given_up)))
        }
        return !given_up
      })
      // Whoever took the run over meanwhile has claimed the same parcels for it.
      await report(parcels.length)
      await marketplaces.printClaims.letGo(
        run.id,
        parcels
          .slice(begun)
          .filter((one) => !isPrinted(one))
          .flatMap(({ external_id }) => external_id ?? [])
      )
    }
    await report(parcels.length)
  } finally {
    await press.close()
  }
  const checkpoint = { parcels: [...parcels, ...refused] }
  const published = await marketplaces.files.publishOfRun(
    run.id,
    await files.end(new Date()),
    toJson(checkpoint)
  )
  return published
    ? checkpoint
    : ((await readCheckpoint(context)) ?? checkpoint)
}

/** Puts waybills into the files, web pages through one browser for the whole job. */
class Press {
  private readonly labels = new LabelBrowser(() => this.openBrowser())

  constructor(
    private readonly context: RunContext,
    private readonly files: WaybillFiles,
    private readonly wish: WaybillWish
  ) {}

  async print(
    { parcel }: ChosenWaybill,
    got: { waybill: Waybill } | { failure: ActionOutcome } | undefined
  ): Promise<PrintedParcel> {
    if (!got || "failure" in got) {
      return printed(parcel, got?.failure ?? { ok: false, code: "failed" })
    }
    const { waybill } = got
    const done = printed(parcel, await this.add(waybill))
    return {
      ...done,
      tracking_number: done.tracking_number ?? waybill.tracking_number,
    }
  }

  async close(): Promise<void> {
    await this.labels.close()
  }

  private async add(waybill: Waybill): Promise<ActionOutcome> {
    try {
      if (waybill.kind === "pdf") {
        const page = await this.files.addPdf(waybill.content)
        return { ok: true, code: "printed", params: { page } }
      }
      const pdf = await this.labels.print(
        waybill.content,
        waybill.base_url ?? null,
        this.wish.size
      )
      if (!pdf) {
        const page = await this.files.addHtml(waybill.content)
        return { ok: true, code: "printed_as_html", params: { page } }
      }
      const page = await this.files.addPdf(pdf)
      return { ok: true, code: "printed", params: { page } }
    } catch (error) {
      if (!(error instanceof UnreadableWaybill)) {
        throw error
      }
      const params = { reason: error.message }
      return { ok: false, code: "waybill_unreadable", params }
    }
  }

  /** Null without a browser; one that does not start is a matter for whoever runs the server. */
  private async openBrowser(): Promise<LabelPrinter | null> {
    const { browserPath } = this.context.marketplaces.options
    if (!browserPath) {
      return null
    }
    try {
      return await LabelPrinter.open(browserPath)
    } catch (error) {
      const reason = errorMessage(error)
      this.context.container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`marketplaces: no browser to print waybills with: ${reason}`)
      return null
    }
  }
}
