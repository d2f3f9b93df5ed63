import { isInside, leadsInside } from "../leads-inside"

it.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "127.9.9.9",
  "169.254.169.254",
  "172.31.255.255",
  "192.168.1.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "64:ff9b::a00:1",
  "fd00:ec2::254",
  "fe80::1",
])("%s is inside", (address) => {
  expect(isInside(address)).toBe(true)
})

it.each(["8.8.8.8", "172.32.0.1", "192.169.0.1", "2606:4700::1111"])(
  "%s is public",
  (address) => {
    expect(isInside(address)).toBe(false)
  }
)

it("a name leads inside when one of its addresses does", async () => {
  const leading = (...addresses: string[]) =>
    leadsInside("files.example.test", () =>
      Promise.resolve(addresses.map((address) => ({ address })))
    )
  expect(await leading("8.8.8.8")).toBe(false)
  expect(await leading("8.8.8.8", "169.254.169.254")).toBe(true)
  expect(await leading("8.8.8.8", "fd00:ec2::254")).toBe(true)
})

it("a name without an address is left to who asks it", async () => {
  const unknown = () => Promise.reject(new Error("ENOTFOUND"))
  expect(await leadsInside("nowhere.example.test", unknown)).toBe(false)
})
