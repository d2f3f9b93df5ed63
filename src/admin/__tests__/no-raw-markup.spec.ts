import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

const ADMIN = resolve(__dirname, "..")

const sources = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("__tests__"))
  .map((file) => ({ file, text: readFileSync(join(ADMIN, file), "utf8") }))

/** Words of buyers and marketplaces stand on these pages: React writes them as text. */
describe("the admin's pages", () => {
  it("are all looked at", () => {
    expect(sources.length).toBeGreaterThan(100)
  })

  it("write no markup by themselves", () => {
    const ways =
      /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcDoc|\beval\(|new Function\(|createContextualFragment/
    expect(sources.filter(({ text }) => ways.test(text))).toEqual([])
  })

  it("lead nowhere that a marketplace names", () => {
    const links = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/<a\b[^>]*?\bhref=(\{[^\n]*|"[^"]*")/g)].map(
        ([, target]) => `${file.replace(/^.*\//, "")}: ${target}`
      )
    )
    // The address is a provider's own, starts with https and takes one encoded id in.
    expect(links).toEqual([
      'marketplace-link.tsx: {template.replace("{id}", encodeURIComponent(order.external_id))}',
    ])
  })

  it("give a page that opens in another tab no way back", () => {
    const tabs = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/<(?:a|Link)\b[^>]*target="_blank"[^>]*>/g)].map(
        ([tag]) => ({ file, safe: /rel="[^"]*no(opener|referrer)/.test(tag) })
      )
    )
    expect(tabs.filter(({ safe }) => !safe)).toEqual([])
  })
})
