import { randomBytes } from "node:crypto"
import { Clock } from "../../shared/clock"

export const DOCUMENT_TYPES = [
  "SHIPPING_LABEL",
  "PACKING_SLIP",
  "SHIPPING_LABEL_AND_PACKING_SLIP",
  "SHIPPING_LABEL_PICTURE",
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

export const DOCUMENT_SIZES = ["A6", "A5"] as const
export type DocumentSize = (typeof DOCUMENT_SIZES)[number]

export type DocumentOrder = {
  package_id: string
  type: DocumentType
  size: DocumentSize
}

/** Links to documents; whoever has one may read it until it expires. */
export class Documents {
  private readonly links = new Map<
    string,
    DocumentOrder & { expires_at: number }
  >()

  constructor(
    private readonly clock: Clock,
    private readonly life_seconds: () => number
  ) {}

  /** The path of a new link. */
  issue(wanted: DocumentOrder): string {
    const token = randomBytes(16).toString("hex")
    const expires_at = this.clock.seconds() + this.life_seconds()
    this.links.set(token, { ...wanted, expires_at })
    const ending = wanted.type === "SHIPPING_LABEL_PICTURE" ? "png" : "pdf"
    return `/documents/${token}.${ending}`
  }

  /** What a link is for; null when there is none, or when it has expired. */
  open(token: string): DocumentOrder | null {
    const link = this.links.get(token)
    return link && link.expires_at > this.clock.seconds() ? link : null
  }

  clear(): void {
    this.links.clear()
  }
}
