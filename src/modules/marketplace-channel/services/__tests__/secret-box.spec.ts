import { SecretBoxService } from "../secret-box"

const OLD = "the key of last year"
const NEW = "the key of this year"

const boxWith = (encryptionKey: string, previousEncryptionKeys?: string[]) =>
  new SecretBoxService({
    marketplaceOptions: { encryptionKey, previousEncryptionKeys },
  })

describe("SecretBoxService", () => {
  it("gives back what it was given, and seals the same text differently each time", () => {
    const box = boxWith(NEW)
    const sealed = box.seal("mật khẩu của shop")
    expect(sealed).not.toContain("shop")
    expect(box.seal("mật khẩu của shop")).not.toBe(sealed)
    expect(box.open(sealed)).toBe("mật khẩu của shop")
  })

  it("opens texts of a previous key and says that they are outdated", () => {
    const sealed = boxWith(OLD).seal("token")
    const rotated = boxWith(NEW, [OLD])
    expect(rotated.open(sealed)).toBe("token")
    expect(rotated.isOutdated(sealed)).toBe(true)
    expect(rotated.isOutdated(rotated.seal("token"))).toBe(false)
  })

  it("knows which texts it can open", () => {
    const sealed = boxWith(OLD).seal("token")
    expect(boxWith(NEW, [OLD]).canOpen(sealed)).toBe(true)
    expect(boxWith(NEW).canOpen(sealed)).toBe(false)
  })

  it("names the missing key when it was forgotten", () => {
    const sealed = boxWith(OLD).seal("token")
    const [, key_id] = sealed.split(":")
    expect(() => boxWith(NEW).open(sealed)).toThrow(
      `key ${key_id}, which is not configured. Add it to "previousEncryptionKeys"`
    )
  })

  it("refuses a text that was altered", () => {
    const box = boxWith(NEW)
    const parts = box.seal("token").split(":")
    parts[4] = Buffer.from("other").toString("base64url")
    expect(() => box.open(parts.join(":"))).toThrow()
  })

  it("refuses a tag cut short, which could be guessed", () => {
    const box = boxWith(NEW)
    const parts = box.seal("token").split(":")
    const tag = Buffer.from(parts[3], "base64url")
    for (const length of [0, 4, 8, 12, 15]) {
      parts[3] = tag.subarray(0, length).toString("base64url")
      expect(() => box.open(parts.join(":"))).toThrow()
    }
  })

  it("uses no nonce twice, and 96 bits of chance for each", () => {
    const box = boxWith(NEW)
    const nonces = Array.from({ length: 5_000 }, () => {
      const [, , nonce] = box.seal("token").split(":")
      return nonce
    })
    expect(new Set(nonces).size).toBe(nonces.length)
    expect(Buffer.from(nonces[0], "base64url")).toHaveLength(12)
  })

  it.each([undefined, "", "too short"])(
    "stops a server whose key is %p, naming the option",
    (encryptionKey) => {
      expect(() =>
        SecretBoxService.assertConfigured({ encryptionKey })
      ).toThrow('option "encryptionKey"')
    }
  )
})
