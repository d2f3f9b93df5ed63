import { WaybillSize } from "../../domain/provider/gives-waybills"
import { PAPER } from "./label-printer"

/**
 * A web page with one waybill on each printed page. The waybills are strangers' pages: each
 * stands in a frame in which no script runs.
 */
export const htmlSheet = {
  begin: (size: WaybillSize): string => {
    const { width, height } = PAPER[size]
    return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Phiếu gửi</title>
<style>
@page { size: ${width} ${height}; margin: 0 }
body { margin: 0 }
section { width: ${width}; height: ${height}; overflow: hidden; break-after: page }
section:last-of-type { break-after: auto }
iframe { width: 100%; height: 100%; border: 0 }
</style>
`
  },

  waybill: (html: string): string =>
    `<section><iframe sandbox srcdoc="${escaped(html)}"></iframe></section>\n`,

  end: (): string => "</html>\n",
}

function escaped(html: string): string {
  return html.replace(/&/g, "&amp;").replace(/"/g, "&quot;")
}
