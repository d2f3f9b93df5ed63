import { ArrowDownTray } from "@medusajs/icons"
import { Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { fetchStatementTemplate } from "../../hooks/api/statements"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useUploadQueue } from "../../hooks/use-upload-queue"
import { saveBlob } from "../../lib/open-file"
import type { Channel, Provider } from "../../lib/types"
import { FocusDialog } from "../common/focus-dialog"
import { LabelledSelect } from "../common/labelled-select"
import { FileDrop } from "./file-drop"
import { UploadItem } from "./upload-item"

/** Takes statement files of one channel, one after the other, and shows what becomes of each. */
export function UploadModal({
  channels,
  providers,
  onClose,
}: {
  channels: Channel[]
  providers: Provider[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const prompt = usePrompt()
  const queue = useUploadQueue()
  const readable = channels.filter(({ provider_id }) =>
    providers
      .find(({ id }) => id === provider_id)
      ?.capabilities.includes("statement_files")
  )
  const [chosen, setChosen] = useState("")
  const channel =
    readable.find(({ id }) => id === chosen) ??
    (readable.length === 1 ? readable[0] : undefined)
  const [saving, setSaving] = useState(false)
  const saveTemplate = (provider_id: string) => {
    setSaving(true)
    fetchStatementTemplate(provider_id)
      .then((blob) => saveBlob(blob, `${provider_id}-statement.xlsx`), onError)
      .finally(() => setSaving(false))
  }
  const unsent = queue.uploads.filter(
    ({ state }) => state === "waiting" || state === "sending"
  ).length
  const close = async () => {
    const sure =
      unsent === 0 ||
      (await prompt({
        title: t("marketplaces.statements.upload.leave_title", {
          count: unsent,
        }),
        description: t("marketplaces.statements.upload.leave_text"),
        confirmText: t("marketplaces.statements.upload.leave"),
        cancelText: t("marketplaces.actions.cancel"),
      }))
    if (sure) {
      onClose()
    }
  }
  return (
    <FocusDialog
      title={t("marketplaces.statements.upload.title")}
      hint={t("marketplaces.statements.upload.hint")}
      onClose={() => void close()}
    >
      {readable.length === 0 ? (
        <Text size="small">
          {t("marketplaces.statements.upload.no_channel")}{" "}
          <Link
            className="text-ui-fg-interactive"
            to="/marketplaces/channels?connect=1"
          >
            {t("marketplaces.channels.connect")}
          </Link>
        </Text>
      ) : (
        <>
          <LabelledSelect
            label={t("marketplaces.fields.channel")}
            placeholder={t("marketplaces.statements.upload.choose_channel")}
            value={channel?.id ?? ""}
            options={readable.map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            onChange={setChosen}
          />
          <FileDrop
            disabled={!channel}
            onFiles={(files) => channel && queue.add(channel.id, files)}
          />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Text size="small" className="text-ui-fg-subtle max-w-md">
              {t("marketplaces.statements.upload.template_hint")}
            </Text>
            <Button
              size="small"
              variant="secondary"
              disabled={!channel}
              isLoading={saving}
              onClick={() => channel && saveTemplate(channel.provider_id)}
            >
              <ArrowDownTray />
              {t("marketplaces.statements.upload.template")}
            </Button>
          </div>
        </>
      )}
      {queue.uploads.length > 0 && (
        <ul
          aria-label={t("marketplaces.statements.upload.files")}
          className="flex flex-col gap-y-3"
        >
          {queue.uploads.map((upload) => (
            <UploadItem
              key={upload.key}
              upload={upload}
              aside={unsent > 0}
              onEnd={(status) => queue.end(upload.key, status)}
            />
          ))}
        </ul>
      )}
      {unsent > 0 && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("marketplaces.statements.upload.stay")}
        </Text>
      )}
    </FocusDialog>
  )
}
