import { ArrowDownTray, DocumentText } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { openBlob, saveBlob, viewable } from "../../lib/open-file"
import type { Run, RunFile } from "../../lib/types"

/** Files that a run made; asked to, it opens the first one by itself. */
export function RunFiles({ run, open = false }: { run: Run; open?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const onError = useFailureToast()
  const [busy, setBusy] = useState("")
  const opened = useRef(false)
  const files = run.files ?? []
  const [first] = files

  const take = (file: RunFile, use: (blob: Blob) => unknown) => {
    setBusy(file.id)
    viewable(file)
      .then(use, onError)
      .finally(() => setBusy(""))
  }
  useEffect(() => {
    if (open && first && !opened.current) {
      opened.current = true
      viewable(first).then(openBlob, onError)
    }
  }, [first, onError, open])

  if (files.length === 0) {
    return open ? (
      <Text size="small">{t("marketplaces.files.none")}</Text>
    ) : null
  }
  return (
    <section className="shadow-borders-base flex flex-col gap-y-3 rounded-lg p-4">
      <Heading level="h3">{t("marketplaces.files.ready")}</Heading>
      {files.map((file) => (
        <div
          key={file.id}
          className="flex flex-wrap items-center justify-between gap-2"
        >
          <Text size="small" className="min-w-0 break-all">
            {file.filename}
          </Text>
          <div className="flex gap-2">
            <Button
              size="small"
              isLoading={busy === file.id}
              aria-label={t("marketplaces.files.open_named", {
                name: file.filename,
              })}
              onClick={() => take(file, openBlob)}
            >
              <DocumentText />
              {t("marketplaces.files.open")}
            </Button>
            <Button
              size="small"
              variant="secondary"
              onClick={() =>
                take(file, (blob) => saveBlob(blob, file.filename))
              }
            >
              <ArrowDownTray />
              {t("marketplaces.files.download")}
            </Button>
          </div>
        </div>
      ))}
      {first?.expires_at && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("marketplaces.files.kept_until", {
            time: format.dateTime(first.expires_at),
          })}
        </Text>
      )}
    </section>
  )
}
