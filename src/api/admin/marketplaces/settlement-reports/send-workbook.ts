import { Writable } from "node:stream"
import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorMessage } from "../../../../domain/shared/error-message"
import { XLSX_TYPE } from "../../../../workflows/statements/workbook/write-sheet"

/**
 * Sends a workbook while it is written, so that its length does not matter. Whoever hangs up
 * ends the writing; one that breaks off ends the connection, as half of it is no workbook.
 * @param filename of letters that every browser takes.
 */
export async function sendWorkbook(
  req: MedusaRequest,
  res: MedusaResponse,
  filename: string,
  write: (out: Writable) => Promise<void>
): Promise<void> {
  res.set({
    "Content-Type": XLSX_TYPE,
    "Content-Disposition": `attachment; filename="${filename}"`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  })
  try {
    await write(res)
  } catch (error) {
    if (!res.headersSent) {
      res.removeHeader("Content-Disposition")
      throw error
    }
    // Whoever asked has hung up: nobody is left to be told.
    if (!res.destroyed) {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`marketplaces: ${filename} broke off: ${errorMessage(error)}`)
      res.destroy()
    }
  }
}
