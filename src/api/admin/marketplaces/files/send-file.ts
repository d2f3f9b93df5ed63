import { pipeline } from "node:stream/promises"
import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { StoredFile } from "../../../../modules/marketplace-channel/services/file-store"
import { marketplacesOf } from "../../../../workflows/marketplaces"

/** A stranger's page, shown for what it looks like: nothing in it acts. */
const PAGE_POLICY =
  "sandbox; default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline' https: http:; font-src data: https: http:"

/**
 * Sends a file as it is stored, part by part; shown in the browser, or saved with
 * `?download=1`. It holds buyers' data, so that nobody on the way may keep it.
 * @throws {MedusaError} NOT_FOUND without a file.
 */
export async function sendFile(
  req: MedusaRequest,
  res: MedusaResponse,
  file: StoredFile | null | undefined
): Promise<void> {
  if (!file) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such file, or its time is over: files with waybills are kept for a day. Print again to get a new one."
    )
  }
  const isPage = file.mime_type.startsWith("text/html")
  const disposition = req.query.download ? "attachment" : "inline"
  res.set({
    "Content-Type": file.mime_type,
    "Content-Length": String(file.size),
    "Content-Disposition": `${disposition}; filename="${file.filename.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(isPage && { "Content-Security-Policy": PAGE_POLICY }),
  })
  try {
    await pipeline(marketplacesOf(req.scope).files.read(file.id), res)
  } catch (error) {
    // Whoever asked has hung up: nobody is left to be told.
    if (!res.destroyed) {
      throw error
    }
  }
}
