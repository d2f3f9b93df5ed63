/** A value as JSON can hold it. */
export type JsonValue =
  string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** An object as JSON can hold it; absent keys read as undefined. */
export type JsonObject = { [key: string]: JsonValue }
