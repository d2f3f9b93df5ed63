/** A JSON schema as an OpenAPI description writes it. */
export type Schema = {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  additionalProperties?: boolean | Schema
  required?: string[]
  [keyword: string]: unknown
}

export type Parameter = {
  name: string
  in: "query" | "header" | "path"
  required?: boolean
  schema: Schema
}

type Content = Record<string, { schema: Schema } | undefined>

/** One call of an OpenAPI description. */
export type Operation = {
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

export type Document = { paths: Record<string, Record<string, Operation>> }
