import { readdirSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { FileWriter } from "../src/modules/marketplace-channel/services/file-writer"
import { PdfMerger } from "../src/workflows/waybills/pdf-merger"
import { mergeBarely } from "./merge-barely"
import { peakGrowth } from "./peak-memory"

/** Waybills that a print job holds at once. */
const AT_ONCE = 100

/** Merges the files of a folder in a process that does nothing else. */
async function main(side: string, folder: string): Promise<void> {
  const files = readdirSync(folder).map((name) => join(folder, name))
  const merge = side === "ours" ? mergeInParts : mergeAll
  // What the first file makes the compiler and the library allocate is not counted.
  await merge(files.slice(0, 1))
  process.stdout.write(String(await peakGrowth(() => merge(files))))
}

async function mergeInParts(files: string[]): Promise<void> {
  const writer = new FileWriter("mpfile_bench", async () => undefined)
  const merger = new PdfMerger((bytes) => writer.write(bytes))
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE)
    for (const waybill of await readAll(some)) {
      await merger.add(waybill)
    }
  }
  await merger.end()
  await writer.end()
}

async function mergeAll(files: string[]): Promise<void> {
  await mergeBarely(await readAll(files))
}

function readAll(files: string[]): Promise<Buffer[]> {
  return Promise.all(files.map((file) => readFile(file)))
}

const [side, folder] = process.argv.slice(2)
void main(side, folder)
