import { Photo } from "@medusajs/icons"
import { useState } from "react"

/** A small picture from the marketplace; a broken address shows a placeholder. */
export function Picture({ url }: { url: string | null | undefined }) {
  const [broken, setBroken] = useState(false)
  const shown = url && /^https?:\/\//.test(url) && !broken
  return (
    <div className="bg-ui-bg-component border-ui-border-base flex size-8 shrink-0 items-center justify-center overflow-hidden rounded border">
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
