/** The values of a template's parameters; null when the path is another. */
export function matchPath(
  template: string,
  path: string
): Record<string, string> | null {
  const [wanted, given] = [template.split("/"), path.split("/")]
  if (wanted.length !== given.length) {
    return null
  }
  const values: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    if (part.startsWith("{") && given[place] !== "") {
      values[part.slice(1, -1)] = decodeURIComponent(given[place])
    } else if (part !== given[place]) {
      return null
    }
  }
  return values
}
