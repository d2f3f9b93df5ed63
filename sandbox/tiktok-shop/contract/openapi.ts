import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Document, Operation } from "../../shared/openapi"

const documents = new Map<string, Document>()

/** The file that describes all paths of one first part, such as `order`. */
function readDocument(first_part: string): Document {
  const known = documents.get(first_part)
  if (known) {
    return known
  }
  const home = dirname(require.resolve("@tts-open-toolkit/cli/package.json"))
  const folder = "skills/tts-openapi-guide/references/oas/paths"
  const file = join(home, folder, `${first_part}.json`)
  const document: Document = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Document)
    : { paths: {} }
  documents.set(first_part, document)
  return document
}

/**
 * Finds a call in TikTok's own description, read from the installed package.
 * @param template path with `{parameters}`, as the description writes it.
 * @throws {RangeError} when the description does not hold the call.
 */
export function findOperation(method: string, template: string): Operation {
  const document = readDocument(template.split("/")[1])
  const operation = document.paths[template]?.[method.toLowerCase()]
  if (!operation) {
    throw new RangeError(`TikTok describes no ${method} ${template}`)
  }
  return operation
}
