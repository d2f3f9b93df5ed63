/** Longest side of a photo that is sent, in pixels. */
const LONGEST = 1600

/**
 * A photo small enough to be sent over a shop's network, as JPEG. What the browser cannot
 * read stays as it is: the server says what it takes.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) {
    return file
  }
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
  const canvas = document.createElement("canvas")
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", 0.85)
  )
  return blob
    ? new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, {
        type: "image/jpeg",
      })
    : file
}
