import { fieldReader } from "../../shared/fields"

export type { Fields } from "../../shared/fields"

/** TikTok writes moments as Unix seconds, 0 for those that have not come. */
export const fieldsOf = fieldReader({
  moment: (text) => {
    if (text === "0") {
      return null
    }
    const date = new Date(Number(text) * 1000)
    if (!/^\d+$/.test(text) || Number.isNaN(date.getTime())) {
      throw new RangeError(`"${text}" is no Unix time`)
    }
    return date
  },
  flag: (value) => (typeof value === "boolean" ? value : undefined),
})
