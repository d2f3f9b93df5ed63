import { ConnectField } from "../provider/authorization"
import { LocalizedText } from "../shared/localized-text"

/** One way of connecting by typing something in. */
export type ConnectMethod = {
  id: string
  label: LocalizedText
  /** Never empty; in the provider's order. */
  fields: ConnectField[]
}

/** The ways of connecting that a provider's fields make up, in the provider's order. */
export function connectMethods(fields: ConnectField[]): ConnectMethod[] {
  const methods = new Map<string, ConnectMethod>()
  for (const field of fields) {
    const method = methods.get(field.method.id) ?? {
      ...field.method,
      fields: [],
    }
    methods.set(method.id, { ...method, fields: [...method.fields, field] })
  }
  return [...methods.values()]
}

/**
 * What a person has filled in:
 *
 * - `nothing`: no field, or blank ones only.
 * - `complete`: exactly one method; `values` are its filled-in fields, trimmed.
 * - `unknown_field`: names that the marketplace does not ask for.
 * - `several_methods`: fields of more than one method.
 * - `incomplete`: one method, of which required fields are missing.
 */
export type FilledIn =
  | { kind: "nothing" }
  | { kind: "complete"; method: ConnectMethod; values: Record<string, string> }
  | { kind: "unknown_field"; names: string[] }
  | { kind: "several_methods"; methods: ConnectMethod[] }
  | { kind: "incomplete"; method: ConnectMethod; missing: ConnectField[] }

/** Sorts out which method the given values fill in. */
export function readFilledIn(
  fields: ConnectField[],
  given: Record<string, string>
): FilledIn {
  const values = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value.trim() ? [[name, value.trim()]] : []
    )
  )
  const names = Object.keys(values)
  const unknown = Object.keys(given).filter(
    (name) => !fields.some((field) => field.name === name)
  )
  if (unknown.length) {
    return { kind: "unknown_field", names: unknown }
  }
  if (!names.length) {
    return { kind: "nothing" }
  }
  const touched = connectMethods(fields).filter((method) =>
    method.fields.some(({ name }) => names.includes(name))
  )
  const holding = touched.filter((method) =>
    names.every((name) => method.fields.some((field) => field.name === name))
  )
  const complete = holding.filter((method) => !missingOf(method, names).length)
  if (complete.length === 1) {
    return { kind: "complete", method: complete[0], values }
  }
  if (!holding.length || complete.length) {
    return { kind: "several_methods", methods: touched }
  }
  const [method] = holding
  return { kind: "incomplete", method, missing: missingOf(method, names) }
}

function missingOf({ fields }: ConnectMethod, names: string[]): ConnectField[] {
  return fields.filter(
    ({ name, required }) => required && !names.includes(name)
  )
}
