import {
  EllipsisHorizontal,
  Key,
  PauseSolid,
  Pencil,
  PlaySolid,
  Trash,
} from "@medusajs/icons"
import { DropdownMenu, IconButton, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import {
  useDisconnectChannel,
  useUpdateChannel,
} from "../../hooks/api/channels"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { Channel } from "../../lib/types"

/** Rename, change keys, pause, resume and disconnect. */
export function ChannelActions({
  channel,
  onRename,
  onChangeKeys,
}: {
  channel: Channel
  onRename: () => void
  /** Left out where the marketplace takes no keys. */
  onChangeKeys?: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const prompt = usePrompt()
  const onError = useFailureToast()
  const update = useUpdateChannel(channel.id)
  const disconnect = useDisconnectChannel(channel.id)
  const paused = channel.status === "paused"

  const togglePause = () =>
    update.mutate(
      { status: paused ? "connected" : "paused" },
      {
        onSuccess: () =>
          toast.success(
            t(
              paused
                ? "marketplaces.channels.resumed_toast"
                : "marketplaces.channels.paused_toast"
            )
          ),
        onError,
      }
    )

  const confirmDisconnect = async () => {
    const sure = await prompt({
      title: t("marketplaces.channels.disconnect_title", {
        name: channel.name,
      }),
      description: t("marketplaces.channels.disconnect_text"),
      confirmText: t("marketplaces.channels.disconnect"),
      cancelText: t("marketplaces.actions.cancel"),
    })
    if (sure) {
      disconnect.mutate(undefined, {
        onSuccess: () => {
          toast.success(t("marketplaces.channels.disconnected_toast"))
          void navigate("/marketplaces/channels")
        },
        onError,
      })
    }
  }

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("marketplaces.actions.more")}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item className="gap-x-2" onSelect={onRename}>
          <Pencil /> {t("marketplaces.channels.rename")}
        </DropdownMenu.Item>
        {onChangeKeys && (
          <DropdownMenu.Item className="gap-x-2" onSelect={onChangeKeys}>
            <Key /> {t("marketplaces.channels.change_keys")}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Item className="gap-x-2" onSelect={togglePause}>
          {paused ? <PlaySolid /> : <PauseSolid />}
          {t(
            paused
              ? "marketplaces.channels.resume"
              : "marketplaces.channels.pause"
          )}
        </DropdownMenu.Item>
        <DropdownMenu.Separator />
        <DropdownMenu.Item
          className="gap-x-2"
          onSelect={() => void confirmDisconnect()}
        >
          <Trash /> {t("marketplaces.channels.disconnect")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
