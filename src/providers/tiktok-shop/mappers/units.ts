import { Fields } from "./fields"

/**
 * A whole number of units; less than none counts as none. Null where it is missing.
 * @throws {MappingError}
 */
export function unitsIn<Wire extends object>(
  fields: Fields<Wire>,
  name: keyof Wire & string
): number | null {
  return fields.parsed(name, (text) => {
    if (!/^-?\d{1,15}$/.test(text)) {
      throw new RangeError(`"${text}" is no number of units`)
    }
    return Math.max(Number(text), 0)
  })
}
