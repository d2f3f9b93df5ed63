import Ajv, { ValidateFunction } from "ajv"
import addFormats from "ajv-formats"
import { Operation, Parameter, Schema } from "./openapi"

/** How a marketplace's description is read. */
export type ContractRules = {
  /** The call's description; null when the description leaves it out. */
  find(method: string, template: string): Operation | null
  /** A schema as it is to be checked, for each place it stands in. */
  parameter(schema: Schema): Schema
  body(schema: Schema): Schema
  answer(schema: Schema): Schema
  /** Parameters that every call carries, described nowhere. */
  common_parameters: readonly string[]
  /** Schemas that others refer to by `#/…`. */
  components?: Schema
}

type Compiled = {
  query: Map<string, Parameter & { validate: ValidateFunction }>
  body: ValidateFunction | null
  answer: ValidateFunction | null
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

/** A query's text as the value it stands for; the text itself when it is none. */
function readText(text: string, { type }: Schema): unknown {
  if (type === "integer" && /^-?\d{1,19}$/.test(text)) {
    return Number(text)
  }
  return type === "boolean" && /^(true|false)$/.test(text)
    ? text === "true"
    : text
}

/** Checks requests and answers against an OpenAPI description. */
export class Contract {
  private readonly ajv = addFormats(
    new Ajv({ strict: false, validateFormats: true })
  )
  private readonly compiled = new Map<string, Compiled | null>()

  constructor(private readonly rules: ContractRules) {}

  /**
   * What is wrong with a request; null when nothing is, or nobody has described it.
   * @param body the parsed body; undefined when none was sent.
   */
  checkRequest(
    method: string,
    template: string,
    query: Readonly<Record<string, string>>,
    body: unknown
  ): string | null {
    const rules = this.compile(method, template)
    if (!rules) {
      return null
    }
    for (const [name, text] of Object.entries(query)) {
      const parameter = rules.query.get(name)
      if (!parameter && !this.rules.common_parameters.includes(name)) {
        return `the query parameter ${name} is not known here`
      }
      const right =
        !parameter ||
        (text !== "" && parameter.validate(readText(text, parameter.schema)))
      if (!right) {
        const { schema, validate } = parameter
        return `the query parameter ${name} is not of type ${schema.type}: ${explain(validate)}`
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

  /** What is wrong with an answer; null when nothing is, or nobody has described it. */
  checkAnswer(
    method: string,
    template: string,
    answer: unknown
  ): string | null {
    const validate = this.compile(method, template)?.answer
    return !validate || validate(answer) ? null : explain(validate)
  }

  private compile(method: string, template: string): Compiled | null {
    const key = `${method} ${template}`
    const known = this.compiled.get(key)
    if (known !== undefined) {
      return known
    }
    const operation = this.rules.find(method, template)
    const result = operation && this.compileOperation(operation)
    this.compiled.set(key, result)
    return result
  }

  private compileOperation(operation: Operation): Compiled {
    const { rules } = this
    const [body] = Object.values(operation.requestBody?.content ?? {})
    const answer = operation.responses["200"]?.content?.["application/json"]
    const validator = (schema: Schema) =>
      this.ajv.compile({ ...schema, components: rules.components })
    return {
      query: new Map(
        (operation.parameters ?? [])
          .filter((parameter) => parameter.in === "query")
          .map((parameter) => [
            parameter.name,
            {
              ...parameter,
              validate: validator(rules.parameter(parameter.schema)),
            },
          ])
      ),
      body: body ? validator(rules.body(body.schema)) : null,
      answer: answer ? validator(rules.answer(answer.schema)) : null,
    }
  }
}
