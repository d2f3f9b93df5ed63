/**
 * Text that a PDF's standard fonts can write: Vietnamese letters without their marks,
 * `?` for everything else.
 */
export function ascii(text: string): string {
  return text
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\x20-\x7e]/g, "?")
}
