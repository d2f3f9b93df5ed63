import { htmlSheet } from "../html-sheet"

describe("htmlSheet", () => {
  const sheet = (...pages: string[]) =>
    htmlSheet.begin("A6") +
    pages.map((page) => htmlSheet.waybill(page)).join("") +
    htmlSheet.end()

  it("gives each waybill a frame of its own in which nothing runs", () => {
    const text = sheet("<p>one</p>", "<p>two</p>")
    expect(text.match(/<iframe sandbox srcdoc="/g)).toHaveLength(2)
    expect(text).toContain("size: 105mm 148mm")
  })

  it("lets no page out of its frame", () => {
    const page = `"></iframe><script>alert("out")</script>&quot;&lt;`
    const text = sheet(page)
    expect(text).not.toContain('"></iframe><script>')
    const srcdoc = /srcdoc="([^"]*)"/.exec(text)?.[1] ?? ""
    expect(srcdoc.replace(/&quot;/g, '"').replace(/&amp;/g, "&")).toBe(page)
  })
})
