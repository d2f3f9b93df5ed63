import { MedusaResponse } from "@medusajs/framework/http"
import {
  SheetWriter,
  writeWorkbook,
  XLSX_TYPE,
} from "../../workflows/statements/workbook/write-sheet"

/**
 * Answers with a workbook that is written while it is sent. It holds buyers' orders, so that
 * nobody on the way may keep it. Where its rows break off, so does the answer: half a workbook
 * never arrives as a whole one.
 */
export async function sendWorkbook(
  res: MedusaResponse,
  filename: string,
  sheets: SheetWriter[]
): Promise<void> {
  res.set({
    "Content-Type": XLSX_TYPE,
    "Content-Disposition": `attachment; filename="${filename.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  })
  try {
    await writeWorkbook(res, sheets)
  } catch (error) {
    // Whoever asked has hung up: nobody is left to be told.
    if (res.destroyed) {
      return
    }
    if (res.headersSent) {
      res.destroy()
    }
    throw error
  }
}
