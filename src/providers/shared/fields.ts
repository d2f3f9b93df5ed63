import { MappingError } from "../../domain/provider/mapping-error"
import { Amount, parseAmount } from "../../domain/shared/amount"
import { JsonObject, JsonValue } from "../../domain/shared/json"
import { isObject } from "./json"

/** How a marketplace writes what JSON has no form for. */
export type Notation = {
  /**
   * A moment; null for a text that stands for none.
   * @throws {RangeError} when the text is no moment; its message completes "<path>: …".
   */
  moment(text: string): Date | null
  /** Yes or no; undefined when the value is neither. */
  flag(value: JsonValue): boolean | undefined
}

/**
 * Reads the fields of an untrusted object, by the names of its wire type. Missing,
 * `null` and empty all read as null: marketplaces leave out what they do not know, or
 * send `""`. What is there but wrong is a {@link MappingError} with its path.
 */
export class Fields<Wire extends object> {
  constructor(
    readonly json: JsonObject,
    private readonly notation: Notation,
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
    return this.flagIfGiven(name) ?? false
  }

  flagIfGiven(name: keyof Wire & string): boolean | null {
    const value = this.value(name)
    if (value === null) {
      return null
    }
    const flag = this.notation.flag(value)
    if (flag === undefined) {
      throw new MappingError(this.at(name), "is neither true nor false")
    }
    return flag
  }

  /** A moment; null when it has not come. */
  time(name: keyof Wire & string): Date | null {
    return this.parsed(name, (text) => this.notation.moment(text))
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
    return this.parsed(name, (text) => {
      const amount = parseAmount(text, currency_code)
      if (amount < 0) {
        throw new RangeError(`"${text}" is negative`)
      }
      return amount
    })
  }

  /** What a function makes of a text; its RangeError becomes a {@link MappingError}. */
  parsed<T>(
    name: keyof Wire & string,
    parse: (text: string) => T | null
  ): T | null {
    const text = this.text(name)
    try {
      return text === null ? null : parse(text)
    } catch (error) {
      throw error instanceof RangeError
        ? new MappingError(this.at(name), error.message)
        : error
    }
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

  /** An object inside; null when it is missing, or `[]`, as PHP writes an empty one. */
  object<Inner extends object>(
    name: keyof Wire & string
  ): Fields<Inner> | null {
    const value = this.value(name)
    const is_empty = Array.isArray(value) && value.length === 0
    return value === null || is_empty ? null : this.inner(value, this.at(name))
  }

  /** A list of objects; missing counts as empty. */
  list<Inner extends object>(name: keyof Wire & string): Fields<Inner>[] {
    return this.array(name).map((one, index) =>
      this.inner<Inner>(one, `${this.at(name)}[${index}]`)
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

  private inner<Inner extends object>(
    value: JsonValue,
    path: string
  ): Fields<Inner> {
    return fieldReader(this.notation)<Inner>(value, path)
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

/** Makes the reader of a marketplace's objects. */
export function fieldReader(notation: Notation) {
  /** @throws {MappingError} when the value is no object. */
  return function fieldsOf<Wire extends object>(
    value: JsonValue,
    path = ""
  ): Fields<Wire> {
    if (!isObject(value)) {
      throw new MappingError(path || "(root)", "is no object")
    }
    return new Fields<Wire>(value, notation, path)
  }
}
