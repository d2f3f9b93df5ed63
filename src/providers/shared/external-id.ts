/**
 * Orders marketplace ids as numbers, without making them numbers: they exceed 2^53.
 * Ids that are no numbers come after those that are, in code-unit order.
 */
export function compareIds(one: string, other: string): number {
  const [a, b] = [digits(one), digits(other)]
  if (a !== null && b !== null) {
    return a.length - b.length || compareText(a, b)
  }
  if (a === null && b === null) {
    return compareText(one, other)
  }
  return a === null ? 1 : -1
}

function digits(id: string): string | null {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, "") : null
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
