import { Button, Skeleton, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useAddPhoto } from "../../hooks/api/handovers"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { openBlob } from "../../lib/open-file"
import { fetchBlob } from "../../lib/sdk"
import { shrinkPhoto } from "../../lib/shrink-photo"
import type { HandoverDetail, HandoverParcel } from "../../lib/types"

/** Largest photo that the server takes, in bytes. */
const LARGEST = 5 * 1024 * 1024

/** Photos of what came back, and a way to add one, also from a phone's camera. */
export function ParcelPhotos({
  handover,
  parcel,
}: {
  handover: HandoverDetail
  parcel: HandoverParcel
}) {
  const { t } = useTranslation()
  const picker = useRef<HTMLInputElement>(null)
  const add = useAddPhoto(handover.id, parcel.scan_id ?? "")
  const onError = useFailureToast()
  const upload = async (chosen: File) => {
    const file = await shrinkPhoto(chosen)
    if (file.size > LARGEST) {
      toast.error(t("marketplaces.handovers.photo_too_large"))
    } else {
      add.mutate(file, { onError })
    }
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("marketplaces.handovers.photos_title")}
      </Text>
      <div className="flex flex-wrap gap-2">
        {parcel.photos.map(({ id }) => (
          <Photo key={id} id={id} />
        ))}
      </div>
      {handover.status === "open" && (
        <div>
          <input
            ref={picker}
            type="file"
            accept="image/*"
            capture="environment"
            className="hidden"
            aria-label={t("marketplaces.handovers.add_photo")}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) {
                void upload(file)
              }
              event.target.value = ""
            }}
          />
          <Button
            size="small"
            variant="secondary"
            isLoading={add.isPending}
            onClick={() => picker.current?.click()}
          >
            {t("marketplaces.handovers.add_photo")}
          </Button>
        </div>
      )}
    </div>
  )
}

function Photo({ id }: { id: string }) {
  const { t } = useTranslation()
  const photo = useQuery({
    queryKey: ["marketplaces", "photos", id],
    queryFn: async () => {
      const blob = await fetchBlob(`/admin/marketplaces/files/${id}`)
      return { blob, url: URL.createObjectURL(blob) }
    },
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  })
  if (photo.isPending) {
    return <Skeleton className="size-24" />
  }
  if (!photo.data) {
    return (
      <Text size="xsmall" className="text-ui-fg-muted">
        {t("marketplaces.handovers.photo_gone")}
      </Text>
    )
  }
  const { blob, url } = photo.data
  return (
    <button
      type="button"
      aria-label={t("marketplaces.files.open")}
      onClick={() => openBlob(blob)}
    >
      <img src={url} alt="" className="size-24 rounded border object-cover" />
    </button>
  )
}
