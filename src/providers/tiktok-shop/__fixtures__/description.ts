import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { JsonObject, JsonValue } from "../../../domain/shared/json"

type Schema = {
  type?: string
  example?: JsonValue
  properties?: Record<string, Schema>
  items?: Schema
}

const folder = join(
  dirname(require.resolve("@tts-open-toolkit/cli/package.json")),
  "skills/tts-openapi-guide/references/oas/paths"
)

/**
 * TikTok's own example answer of a call: the `data` that its OpenAPI description gives
 * field by field, every field present, lists with one entry.
 */
export function exampleData(path: string, method: "get" | "post"): JsonObject {
  const [, file] = path.split("/")
  const { paths } = JSON.parse(
    readFileSync(join(folder, `${file}.json`), "utf8")
  )
  const answer: Schema =
    paths[path][method].responses["200"].content["application/json"].schema
  const data = example(answer.properties?.data ?? {})
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new Error(`${path} describes no data`)
  }
  return data
}

function example(schema: Schema): JsonValue {
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [
        name,
        example(inner),
      ])
    )
  }
  if (schema.example !== undefined) {
    return schema.example
  }
  return schema.items ? [example(schema.items)] : null
}
