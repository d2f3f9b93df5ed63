import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { toSVG } from "bwip-js/node"
import { GetBarcodeType } from "./validators"

/** A Code 128 barcode as SVG, with its text below; the same text, the same picture. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetBarcodeType>,
  res: MedusaResponse
) => {
  const svg = toSVG({
    bcid: "code128",
    text: req.validatedQuery.text,
    includetext: true,
    textxalign: "center",
    height: 12,
  })
  res
    .setHeader("Content-Type", "image/svg+xml; charset=utf-8")
    .setHeader("Cache-Control", "private, max-age=86400")
    .setHeader("Content-Security-Policy", "default-src 'none'")
    .setHeader("X-Content-Type-Options", "nosniff")
    .send(svg)
}
