/** Items by a text, both in the order in which they came; an item whose text is empty is left out. */
export function groupBy<T>(
  items: T[],
  keyOf: (item: T) => string
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) {
      group.push(item)
    } else if (key !== "") {
      groups.set(key, [item])
    }
  }
  return groups
}
