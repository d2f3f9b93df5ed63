/** What a marketplace gave is no waybill that can be printed; the message says why. */
export class UnreadableWaybill extends Error {
  constructor(reason: string, options?: { cause?: unknown }) {
    super(reason, options)
    this.name = "UnreadableWaybill"
  }
}
