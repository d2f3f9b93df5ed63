import { lookup } from "node:dns/promises"
import { BlockList, isIPv6 } from "node:net"

/** Networks that are nobody's on the internet: this machine, the house, the provider's own. */
const INSIDE = new BlockList()
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  INSIDE.addSubnet(network, prefix, "ipv4")
}
for (const [network, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  INSIDE.addSubnet(network, prefix, "ipv6")
}

/** True for an IP address that is no public one. */
export function isInside(address: string): boolean {
  return INSIDE.check(address, isIPv6(address) ? "ipv6" : "ipv4")
}

/** Gives all addresses of a name. */
export type Resolve = (hostname: string) => Promise<{ address: string }[]>

/**
 * True when one of a name's addresses is not public. A name that has none is left to who asks
 * it, and who will be told so.
 */
export async function leadsInside(
  hostname: string,
  resolve: Resolve = (name) => lookup(name, { all: true })
): Promise<boolean> {
  const addresses = await resolve(hostname).catch(() => [])
  return addresses.some(({ address }) => isInside(address))
}
