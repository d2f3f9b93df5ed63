import { JsonValue } from "../../../domain/shared/json"
import { fieldReader } from "../../shared/fields"
import { parseLocalTime } from "./time"

export type { Fields } from "../../shared/fields"

const YES: JsonValue[] = [true, 1, "1", "true"]
const NO: JsonValue[] = [false, 0, "0", "false"]

/** Tiki writes moments without offset, and yes and no in several ways. */
export const fieldsOf = fieldReader({
  moment: parseLocalTime,
  flag: (value) =>
    YES.includes(value) ? true : NO.includes(value) ? false : undefined,
})
