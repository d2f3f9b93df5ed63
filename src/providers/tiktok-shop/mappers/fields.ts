import { MappingError } from "../../../domain/provider/mapping-error"
import { Amount, parseAmount } from "../../../domain/shared/amount"
import { JsonObject, JsonValue } from "../../../domain/shared/json"

/**
 * Reads the fields of an untrusted object, by the names of its wire type. Missing,
 * `null` and empty all read as null: TikTok leaves out what it does not know, or sends
 * `""` or 0. What is there but wrong is a {@link MappingError} with its path.
 */
export class Fields<Wire extends object> {
  constructor(
    readonly json: JsonObject,
    private readonly path: string = ""
  ) {}

  /** Where a field is, for messages: `line_items[0].sku_id`. */
  at(name: keyof Wire & string): string {
    return this.path ? `${this.path}.${name}` : name
  }

  /** Text, or an id that came as a bare number. */
  text(name: keyof Wire & string): string | null {
    const value = this.value(name)
    if (value === null || value === "") {
      return null
    }
    if (typeof value !== "string" && typeof value !== "number") {
      throw new MappingError(this.at(name), "is no text")
    }
    return String(value).trim() || null
  }

  required(name: keyof Wire & string): string {
    const value = this.text(name)
    if (value === null) {
      throw new MappingError(this.at(name), "is missing")
    }
    return value
  }

  flag(name: keyof Wire & string): boolean {
    const value = this.value(name)
    if (value !== null && typeof value !== "boolean") {
      throw new MappingError(this.at(name), "is neither true nor false")
    }
    return value ?? false
  }

  /** A moment in Unix seconds; 0 means that it has not come. */
  time(name: keyof Wire & string): Date | null {
    const text = this.text(name)
    if (text === null || text === "0") {
      return null
    }
    const date = new Date(Number(text) * 1000)
    if (!/^\d+$/.test(text) || Number.isNaN(date.getTime())) {
      throw new MappingError(this.at(name), `"${text}" is no Unix time`)
    }
    return date
  }

  requiredTime(name: keyof Wire & string): Date {
    const value = this.time(name)
    if (value === null) {
      throw new MappingError(this.at(name), "is missing")
    }
    return value
  }

  /** A sum of money, never negative; missing counts as 0. */
  amount(name: keyof Wire & string, currency_code: string): Amount {
    return this.amountIfGiven(name, currency_code) ?? 0
  }

  amountIfGiven(
    name: keyof Wire & string,
    currency_code: string
  ): Amount | null {
    const text = this.text(name)
    if (text === null) {
      return null
    }
    let amount: Amount
    try {
      amount = parseAmount(text, currency_code)
    } catch (error) {
      throw new MappingError(
        this.at(name),
        error instanceof Error ? error.message : String(error)
      )
    }
    if (amount < 0) {
      throw new MappingError(this.at(name), `"${text}" is negative`)
    }
    return amount
  }

  /** A count of things, never negative. */
  count(name: keyof Wire & string): number | null {
    const text = this.text(name)
    if (text === null) {
      return null
    }
    const count = Number(text)
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(count)) {
      throw new MappingError(this.at(name), `"${text}" is no count`)
    }
    return count
  }

  /** An object inside; null when it is missing. */
  object<Inner extends object>(
    name: keyof Wire & string
  ): Fields<Inner> | null {
    const value = this.value(name)
    return value === null ? null : fieldsOf<Inner>(value, this.at(name))
  }

  /** A list of objects; missing counts as empty. */
  list<Inner extends object>(name: keyof Wire & string): Fields<Inner>[] {
    return this.array(name).map((one, index) =>
      fieldsOf<Inner>(one, `${this.at(name)}[${index}]`)
    )
  }

  /** A list of texts; missing counts as empty. */
  texts(name: keyof Wire & string): string[] {
    return this.array(name).flatMap((one, index) => {
      if (typeof one !== "string" && typeof one !== "number") {
        throw new MappingError(`${this.at(name)}[${index}]`, "is no text")
      }
      return one === "" ? [] : [String(one)]
    })
  }

  private array(name: keyof Wire & string): JsonValue[] {
    const value = this.value(name) ?? []
    if (!Array.isArray(value)) {
      throw new MappingError(this.at(name), "is no list")
    }
    return value
  }

  private value(name: keyof Wire & string): JsonValue {
    return this.json[name] ?? null
  }
}

/** @throws {MappingError} when the value is no object. */
export function fieldsOf<Wire extends object>(
  value: JsonValue,
  path = ""
): Fields<Wire> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new MappingError(path || "(root)", "is no object")
  }
  return new Fields<Wire>(value, path)
}
