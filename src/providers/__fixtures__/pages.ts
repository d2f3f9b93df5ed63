import { Page } from "../../domain/provider/marketplace-provider"

/** Every item of a reading. */
export async function all<T>(pages: AsyncIterable<Page<T>>): Promise<T[]> {
  const items: T[] = []
  for await (const page of pages) {
    items.push(...page.items)
  }
  return items
}
