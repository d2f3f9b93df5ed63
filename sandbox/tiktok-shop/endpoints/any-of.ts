import { ShopContext, textList } from "./endpoint"

/** A list filter of the body; everything passes when it is left out. */
export function anyOf(
  context: ShopContext,
  name: string
): (value: string) => boolean {
  const list = textList(context, name, 100)
  const wanted = list && new Set(list)
  return (value) => !wanted?.size || wanted.has(value)
}
