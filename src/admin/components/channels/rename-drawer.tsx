import { Button, Drawer, Input, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useUpdateChannel } from "../../hooks/api/channels"
import type { Channel } from "../../lib/types"
import { ErrorState } from "../common/error-state"

export function RenameDrawer({
  channel,
  onClose,
}: {
  channel: Channel
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(channel.name)
  const update = useUpdateChannel(channel.id)
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("marketplaces.channels.rename")}</Drawer.Title>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col"
          onSubmit={(event) => {
            event.preventDefault()
            update.mutate(
              { name: name.trim() },
              {
                onSuccess: () => {
                  toast.success(t("marketplaces.actions.saved"))
                  onClose()
                },
              }
            )
          }}
        >
          <Drawer.Body className="flex flex-1 flex-col gap-y-2">
            <Label htmlFor="channel-name">
              {t("marketplaces.fields.name")}
            </Label>
            <Input
              id="channel-name"
              autoFocus
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.target.value)}
            />
            {update.isError && <ErrorState error={update.error} />}
          </Drawer.Body>
          <Drawer.Footer>
            <Button
              type="submit"
              size="small"
              isLoading={update.isPending}
              disabled={!name.trim()}
            >
              {t("marketplaces.actions.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
