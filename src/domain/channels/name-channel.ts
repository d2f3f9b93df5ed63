/**
 * The name of a new channel: the shop's own, with the marketplace's behind it when another
 * channel is called so already, as sellers use one name everywhere.
 *
 * @param taken names of the other channels.
 */
export function nameChannel(
  shop_name: string,
  marketplace: string,
  taken: ReadonlySet<string>
): string {
  if (!taken.has(shop_name)) {
    return shop_name
  }
  const named = (number: number) =>
    `${shop_name} (${marketplace}${number > 1 ? ` ${number}` : ""})`
  let number = 1
  while (taken.has(named(number))) {
    number += 1
  }
  return named(number)
}
