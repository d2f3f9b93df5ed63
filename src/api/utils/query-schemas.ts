import { z } from "@medusajs/framework/zod"

/** Longest name of a row, here or at a marketplace (characters). */
const MOST_CHARACTERS = 200
/** Values of one filter. */
const MOST_VALUES = 500

/** Channels that are asked at once. */
export const MOST_CHANNELS = 100

/** What names a row. */
export const id = z.string().min(1).max(MOST_CHARACTERS)

/** What is looked for. */
export const searchText = z.string().trim().max(MOST_CHARACTERS)

/** True for a date and time of the years 1 to 9999, which every calendar here has. */
export function isMoment(text: string): boolean {
  const year = new Date(text).getUTCFullYear()
  return year >= 1 && year <= 9999
}

/** A date and time in any form that JavaScript reads. */
export const moment = z.string().refine(isMoment, {
  message: "is no date and time, for example 2026-01-31T08:00:00+07:00",
})

/** One value, several, or several separated by commas. */
export const oneOrSeveral = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    [value].flat().flatMap((entry) => entry.split(",").filter(Boolean))
  )
  .refine(
    (values) =>
      values.length <= MOST_VALUES &&
      values.every(({ length }) => length <= MOST_CHARACTERS),
    {
      message: `are ${MOST_VALUES} values of ${MOST_CHARACTERS} characters at most`,
    }
  )

/** `true` or `false`, as a query spells it. */
export const yesOrNo = z
  .union([z.boolean(), z.enum(["true", "false"])])
  .transform((value) => value === true || value === "true")

/** `limit`, `offset` and `order` of a list, within bounds. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).default(0),
  order: z.string().max(MOST_CHARACTERS).optional(),
  fields: z.string().max(1_000).optional(),
}
