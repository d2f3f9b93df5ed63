import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useDownloadListings } from "../../hooks/api/listings"
import type { Channel } from "../../lib/types"
import { ChannelChoice, canDownload } from "../channels/channel-choice"
import { ErrorState } from "../common/error-state"

/** Picks the channels whose products are downloaded; the run is followed by whoever opened this. */
export function DownloadListingsDrawer({
  channels,
  onStarted,
  onClose,
}: {
  channels: Channel[]
  onStarted: (run_id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const download = useDownloadListings()
  const [chosen, setChosen] = useState(
    channels.filter(canDownload).map(({ id }) => id)
  )
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("marketplaces.listings.download")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          <Text size="small" className="text-ui-fg-subtle">
            {t("marketplaces.listings.download_hint")}
          </Text>
          <ChannelChoice
            channels={channels}
            value={chosen}
            onChange={setChosen}
          />
          {download.isError && <ErrorState error={download.error} />}
        </Drawer.Body>
        <Drawer.Footer>
          <Button
            size="small"
            isLoading={download.isPending}
            disabled={chosen.length === 0}
            onClick={() =>
              download.mutate(chosen, {
                onSuccess: ({ run }) => onStarted(run.id),
              })
            }
          >
            {t("marketplaces.actions.download")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
