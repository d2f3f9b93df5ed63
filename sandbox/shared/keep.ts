/**
 * Remembers what these objects are like now.
 * @returns what makes them so again; objects that came later stay as they are.
 */
export function keep(things: Iterable<object>): () => void {
  const kept = [...things].map((thing) => ({ thing, as_it_was: { ...thing } }))
  return () =>
    kept.forEach(({ thing, as_it_was }) => Object.assign(thing, as_it_was))
}
