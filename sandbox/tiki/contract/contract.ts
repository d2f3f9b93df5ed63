import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Contract } from "../../shared/contract"
import { Document, Schema } from "../../shared/openapi"

const FILE = join(__dirname, "../../../src/providers/tiki/openapi.json")

/**
 * A schema of OpenAPI 3.0 as JSON Schema has it: `nullable` becomes a type of its own.
 * Objects stay open, as the description says of itself.
 */
export function withNull(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(withNull)
  }
  if (typeof schema !== "object" || schema === null) {
    return schema
  }
  const { nullable, ...rest } = schema as Record<string, unknown>
  const read = Object.fromEntries(
    Object.entries(rest).map(([name, one]) => [name, withNull(one)])
  )
  return nullable === true ? { anyOf: [read, { type: "null" }] } : read
}

/** The described type of a parameter stays in sight, to read its text by. */
const plain = (schema: Schema) => withNull(schema) as Schema

const document = JSON.parse(readFileSync(FILE, "utf8")) as Document & {
  components: Schema
}

/**
 * The calls that the plugin makes, by the project's own description of Tiki, which
 * publishes none. Calls that it leaves out are not checked.
 */
export const contract = new Contract({
  find: (method, template) =>
    document.paths[template]?.[method.toLowerCase()] ?? null,
  parameter: plain,
  body: plain,
  answer: plain,
  common_parameters: [],
  components: plain(document.components),
})
