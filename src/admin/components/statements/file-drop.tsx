import { ArrowUpTray } from "@medusajs/icons"
import { Text, clx } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"

/** A place for files: dropped, or chosen by click or keyboard; several at once. */
export function FileDrop({
  disabled,
  onFiles,
}: {
  disabled: boolean
  onFiles: (files: File[]) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const [over, setOver] = useState(false)
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!disabled) {
          onFiles([...event.dataTransfer.files])
        }
      }}
      className={clx(
        "border-ui-border-strong bg-ui-bg-component flex flex-col items-center gap-y-1 rounded-lg border border-dashed px-6 py-8 text-center",
        "focus-within:shadow-borders-focus",
        disabled ? "cursor-not-allowed opacity-60" : "cursor-pointer",
        over && "border-ui-border-interactive bg-ui-bg-base-hover"
      )}
    >
      <ArrowUpTray className="text-ui-fg-subtle" />
      <Text size="small" weight="plus">
        {t("marketplaces.statements.upload.drop")}
      </Text>
      <Text size="small" className="text-ui-fg-muted">
        {t(
          disabled
            ? "marketplaces.statements.upload.channel_first"
            : "marketplaces.statements.upload.drop_hint"
        )}
      </Text>
      <input
        id={id}
        type="file"
        multiple
        disabled={disabled}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label={t("marketplaces.statements.upload.choose")}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ""
        }}
      />
    </label>
  )
}
