/**
 * Remembers what these objects are like now.
 * @returns what makes them so again; objects that came later stay as they are.
 */
export function keep(things: Iterable<object>): () => void {
  const kept = [...things].map((thing) => ({ thing, as_it_was: { ...thing } }))
  return () =>
    kept.forEach(({ thing, as_it_was }) => Object.assign(thing, as_it_was))
}

/** As `keep`, for what was given on consents, and for the consents themselves. */
export function keepGiven(
  ...given: ReadonlyMap<string, { grant: object }>[]
): () => void {
  const all = given.flatMap((by_token) => [...by_token.values()])
  return keep([...all, ...all.map(({ grant }) => grant)])
}
