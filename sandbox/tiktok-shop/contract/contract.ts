import Ajv, { ValidateFunction } from "ajv"
import addFormats from "ajv-formats"
import { closeAnswer, closeSchema, COMMON_PARAMETERS } from "./oddities"
import { findOperation, Operation, Parameter, Schema } from "./openapi"

type Compiled = {
  query: Map<string, Parameter>
  body: ValidateFunction | null
  answer: ValidateFunction | null
}

const ajv = addFormats(new Ajv({ strict: false, validateFormats: true }))
const compiled = new Map<string, Compiled>()

function compile(method: string, template: string): Compiled {
  const key = `${method} ${template}`
  const known = compiled.get(key)
  if (known) {
    return known
  }
  const operation: Operation = findOperation(method, template)
  const body = operation.requestBody?.content["application/json"]?.schema
  const answer = operation.responses["200"]?.content?.["application/json"]
  const result = {
    query: new Map(
      (operation.parameters ?? [])
        .filter((parameter) => parameter.in === "query")
        .map((parameter) => [parameter.name, parameter])
    ),
    body: body ? ajv.compile(closeSchema(body)) : null,
    answer: answer ? ajv.compile(closeAnswer(answer.schema)) : null,
  }
  compiled.set(key, result)
  return result
}

const explain = (validate: ValidateFunction): string =>
  (validate.errors ?? [])
    .map(({ instancePath, message, params }) =>
      [
        instancePath || "/",
        message,
        (params as { additionalProperty?: string }).additionalProperty,
      ]
        .filter(Boolean)
        .join(" ")
    )
    .join("; ")

function isOfType(text: string, { type }: Schema): boolean {
  switch (type) {
    case "integer":
      return /^-?\d{1,19}$/.test(text)
    case "boolean":
      return text === "true" || text === "false"
    default:
      return text !== ""
  }
}

/**
 * What is wrong with a request by TikTok's description; null when nothing is.
 * @param body the parsed JSON body; undefined when none was sent.
 */
export function checkRequest(
  method: string,
  template: string,
  query: Readonly<Record<string, string>>,
  body: unknown
): string | null {
  const rules = compile(method, template)
  for (const [name, text] of Object.entries(query)) {
    const parameter = rules.query.get(name)
    if (!parameter && !COMMON_PARAMETERS.includes(name)) {
      return `the query parameter ${name} is not known here`
    }
    if (parameter && !isOfType(text, parameter.schema)) {
      return `the query parameter ${name} is not of type ${parameter.schema.type}`
    }
  }
  for (const { name, required } of rules.query.values()) {
    if (required && query[name] === undefined) {
      return `the query parameter ${name} is missing`
    }
  }
  if (body === undefined) {
    return null
  }
  if (!rules.body) {
    return "this call takes no body"
  }
  return rules.body(body) ? null : `body: ${explain(rules.body)}`
}

/** What is wrong with an answer by TikTok's description; null when nothing is. */
export function checkAnswer(
  method: string,
  template: string,
  answer: unknown
): string | null {
  const { answer: validate } = compile(method, template)
  return !validate || validate(answer) ? null : explain(validate)
}
