import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
} from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { MarketplaceModuleOptions, ModuleCradle } from "../types"

const VERSION = "v1"
const MINIMUM_KEY_LENGTH = 16
/** A shorter tag could be guessed, and Node would take it. */
const TAG_BYTES = 16

type Key = { id: string; bytes: Buffer }

/**
 * Encrypts secrets at rest with AES-256-GCM. A sealed text is
 * `v1:<key id>:<iv>:<tag>:<data>`, so that keys can be rotated: new texts use
 * `encryptionKey`, older ones open with `previousEncryptionKeys`.
 */
export class SecretBoxService {
  private readonly keys_: Key[]

  constructor({ marketplaceOptions }: ModuleCradle) {
    this.keys_ = [
      marketplaceOptions.encryptionKey,
      ...(marketplaceOptions.previousEncryptionKeys ?? []),
    ]
      .filter((text): text is string => Boolean(text))
      .map(toKey)
  }

  /** @throws {MedusaError} naming the option and the variable when no usable key is configured. */
  static assertConfigured(options: MarketplaceModuleOptions): void {
    const key = options.encryptionKey
    if (!key) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        'medusa-plugin-marketplaces: option "encryptionKey" is missing. Set it (for example from MARKETPLACES_ENCRYPTION_KEY) to a random text of at least 16 characters; shop tokens are encrypted with it.'
      )
    }
    if (key.length < MINIMUM_KEY_LENGTH) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `medusa-plugin-marketplaces: option "encryptionKey" needs at least ${MINIMUM_KEY_LENGTH} characters.`
      )
    }
  }

  seal(plain: string): string {
    const key = this.current_()
    const iv = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", key.bytes, iv)
    const data = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()])
    return [VERSION, key.id, iv, cipher.getAuthTag(), data]
      .map((part) =>
        Buffer.isBuffer(part) ? part.toString("base64url") : part
      )
      .join(":")
  }

  /** @throws {MedusaError} when the key is unknown or the text was altered. */
  open(sealed: string): string {
    const [version, keyId, iv, tag, data] = sealed.split(":")
    const key = this.keys_.find(({ id }) => id === keyId)
    if (version !== VERSION || !key) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `A stored secret was encrypted with key ${keyId ?? "unknown"}, which is not configured. Add it to "previousEncryptionKeys" or connect the channel again.`
      )
    }
    const decipher = createDecipheriv(
      "aes-256-gcm",
      key.bytes,
      Buffer.from(iv, "base64url"),
      { authTagLength: TAG_BYTES }
    )
    decipher.setAuthTag(Buffer.from(tag, "base64url"))
    return (
      decipher.update(Buffer.from(data, "base64url")).toString("utf8") +
      decipher.final("utf8")
    )
  }

  /** True when what was sealed with this key can be opened. */
  knows(key_id: string): boolean {
    return this.keys_.some(({ id }) => id === key_id)
  }

  /** True when the key that the text was sealed with is configured. */
  canOpen(sealed: string): boolean {
    return this.knows(keyIdOf(sealed))
  }

  /** True when the text is sealed with an older key and should be sealed anew. */
  isOutdated(sealed: string): boolean {
    return keyIdOf(sealed) !== this.current_().id
  }

  private current_(): Key {
    const [key] = this.keys_
    if (!key) {
      SecretBoxService.assertConfigured({})
    }
    return key
  }
}

function keyIdOf(sealed: string): string {
  return sealed.split(":")[1]
}

function toKey(text: string): Key {
  const bytes = createHash("sha256").update(text).digest()
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, 8)
  return { id, bytes }
}
