import { groupBy } from "../shared/group-by"
import { normalizeCode, normalizeText, wordsOf } from "./normalize-text"

/** A Medusa variant, as far as recognising it needs. */
export type MatchVariant = {
  id: string
  sku: string | null
  barcode: string | null
  title: string | null
  product_title: string
  /** Values only, for example `["Đỏ", "M"]`. */
  option_values: string[]
}

/** Variants of products with the same name. */
export type NamedProduct = {
  words: Set<string>
  variants: { variant: MatchVariant; option_words: Set<string> }[]
}

/** Everything matching looks variants up by; made once for many listings. */
export type VariantIndex = {
  by_sku: Map<string, MatchVariant[]>
  by_normalized_sku: Map<string, MatchVariant[]>
  by_barcode: Map<string, MatchVariant[]>
  /** Products by each word of their name. */
  by_word: Map<string, NamedProduct[]>
}

export function indexVariants(variants: MatchVariant[]): VariantIndex {
  const by_name = groupBy(variants, (variant) =>
    normalizeText(variant.product_title)
  )
  const by_word = new Map<string, NamedProduct[]>()
  for (const group of by_name.values()) {
    const words = wordsOf(group[0].product_title)
    const variants = group.map((variant) => ({
      variant,
      option_words: optionWords(variant),
    }))
    const product = { words, variants }
    words.forEach((word) => add(by_word, word, product))
  }
  return {
    by_sku: groupBy(variants, ({ sku }) => (sku ?? "").trim()),
    by_normalized_sku: groupBy(variants, ({ sku }) => normalizeCode(sku)),
    by_barcode: groupBy(variants, ({ barcode }) => normalizeCode(barcode)),
    by_word,
  }
}

/** Medusa gives a product without options one value that says nothing. */
const NO_OPTION = /^default( .*)?$/

function optionWords({ option_values }: MatchVariant): Set<string> {
  const values = option_values.filter(
    (value) => !NO_OPTION.test(normalizeText(value))
  )
  return wordsOf(values.join(" "))
}

function add<T>(groups: Map<string, T[]>, key: string, entry: T): void {
  const group = groups.get(key)
  if (group) {
    group.push(entry)
  } else {
    groups.set(key, [entry])
  }
}
