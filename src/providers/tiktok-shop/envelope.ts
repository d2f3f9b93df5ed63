import { JsonObject, JsonValue } from "../../domain/shared/json"
import { isObject, parseLossless } from "../shared/json"

/** What every answer of TikTok is wrapped in. */
export type Envelope = {
  /** `0` is success; any HTTP status may carry any code. */
  code: string
  message: string
  /** What TikTok's support asks for. */
  request_id: string | undefined
  data: JsonObject
}

/** Reads the envelope; undefined when the text is something else, or cut off. */
export function readEnvelope(text: string): Envelope | undefined {
  let json: JsonValue
  try {
    json = parseLossless(text)
  } catch {
    return undefined
  }
  if (!isObject(json) || !/^\d+$/.test(String(json.code))) {
    return undefined
  }
  const { code, message, request_id, data } = json
  return {
    code: String(code),
    message: typeof message === "string" ? message : "",
    request_id: typeof request_id === "string" ? request_id : undefined,
    data: isObject(data) ? data : {},
  }
}
