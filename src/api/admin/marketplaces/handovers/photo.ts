/** Bytes; a phone's picture after its browser made it smaller. */
export const MOST_PHOTO_BYTES = 5 * 1024 * 1024

const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const RIFF = [..."RIFF"].map(toCode)
const WEBP = [..."WEBP"].map(toCode)

/** The type of a picture by its first bytes, whatever it is called; null for anything else. */
export function imageType(content: Uint8Array): string | null {
  if (startsWith(content, JPEG)) {
    return "image/jpeg"
  }
  if (startsWith(content, PNG)) {
    return "image/png"
  }
  return startsWith(content, RIFF) && startsWith(content.subarray(8), WEBP)
    ? "image/webp"
    : null
}

function startsWith(content: Uint8Array, bytes: number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte)
}

function toCode(character: string): number {
  return character.charCodeAt(0)
}
