import { Photo } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useState } from "react"

/** A picture from the marketplace, small unless it is to be recognised from afar; a broken address shows a placeholder. */
export function Picture({
  url,
  large = false,
}: {
  url: string | null | undefined
  large?: boolean
}) {
  const [broken, setBroken] = useState(false)
  const shown = url && /^https?:\/\//.test(url) && !broken
  return (
    <div
      className={clx(
        "bg-ui-bg-component border-ui-border-base flex shrink-0 items-center justify-center overflow-hidden rounded border",
        large ? "size-16" : "size-8"
      )}
    >
      {shown ? (
        <img
          src={url}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          className="size-full object-cover"
          onError={() => setBroken(true)}
        />
      ) : (
        <Photo className="text-ui-fg-muted" />
      )}
    </div>
  )
}
