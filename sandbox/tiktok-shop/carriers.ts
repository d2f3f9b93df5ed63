export type Carrier = { id: string; name: string }

/** Ships what TikTok's own labels are for. */
export const PLATFORM_CARRIER: Carrier = {
  id: "6841000000000000444",
  name: "Demo Express VN",
}

/** What sellers who ship by themselves may name. */
export const OWN_CARRIERS: readonly Carrier[] = [
  { id: "6841000000000000999", name: "Demo Giao Nhanh" },
  { id: "6841000000000000998", name: "Demo Bưu Cục" },
]

/** Brings returned goods back. */
export const RETURN_CARRIER: Carrier = {
  id: "6841000000000000777",
  name: "Demo Hàng Hoàn",
}

export function carrierName(id: string): string {
  const all = [PLATFORM_CARRIER, ...OWN_CARRIERS, RETURN_CARRIER]
  return all.find((carrier) => carrier.id === id)?.name ?? ""
}
