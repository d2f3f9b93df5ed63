import { createHash } from "node:crypto"
import { PDFDocument, PDFName } from "@cantoo/pdf-lib"
import { drawPdf } from "../sandbox/tiktok-shop/packages/draw-pdf"

const SIDE = 200

/**
 * Waybills as the sandbox draws them, each with a picture of 40 kB that cannot be compressed:
 * about what the marketplaces' fonts and logos take.
 */
export async function drawWaybills(count: number): Promise<Uint8Array[]> {
  const waybills: Uint8Array[] = []
  for (let number = 0; number < count; number++) {
    waybills.push(await withPicture(await drawWaybill(number), number))
  }
  return waybills
}

function drawWaybill(number: number): Promise<Uint8Array> {
  const digits = String(number).padStart(10, "0")
  return drawPdf(
    {
      carrier: "Demo Express VN",
      tracking_number: `DEMOVN${digits}`,
      package_id: `11530000${digits}`,
      order_ids: [`5780000${digits}`],
      sender: "Demo Shop",
      recipient: ["Ng*** A", "(+84)9*****00", "1 Demo Street, Ha Noi"],
      cash: number % 2 ? 337_000 : null,
      contents: ["LY-LAM-S  Demo Cup, S x 2"],
    },
    "SHIPPING_LABEL",
    "A6",
    1_760_000_000
  )
}

async function withPicture(
  waybill: Uint8Array,
  seed: number
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(waybill, { updateMetadata: false })
  const picture = pdf.context.stream(noise(SIDE * SIDE, seed), {
    Type: "XObject",
    Subtype: "Image",
    Width: SIDE,
    Height: SIDE,
    BitsPerComponent: 8,
    ColorSpace: "DeviceGray",
  })
  const page = pdf.getPage(0)
  page.node.setXObject(PDFName.of("Logo"), pdf.context.register(picture))
  return pdf.save()
}

function noise(size: number, seed: number): Uint8Array {
  const blocks: Buffer[] = []
  for (let number = 0; number * 32 < size; number++) {
    blocks.push(createHash("sha256").update(`${seed} ${number}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, size)
}
