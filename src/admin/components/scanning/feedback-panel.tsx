import {
  CheckCircleSolid,
  ExclamationCircleSolid,
  XCircleSolid,
} from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { hintKey, type ToldScan } from "../../lib/scan-feedback"

/** What became of the last scan: large, in colour, with a sign and in words. */
export function FeedbackPanel({
  feedback,
  ready,
}: {
  feedback: ToldScan | null
  /** Before the first scan. */
  ready: string
}) {
  const { t } = useTranslation()
  if (!feedback) {
    return (
      <div className="bg-ui-bg-subtle text-ui-fg-subtle flex min-h-28 items-center rounded-lg border px-6 text-xl">
        {ready}
      </div>
    )
  }
  const { key, sound, warning, code, scanned, detail, message, refusal } =
    feedback
  const wrong = sound === "error"
  const Sign = wrong
    ? XCircleSolid
    : warning
      ? ExclamationCircleSolid
      : CheckCircleSolid
  return (
    <div
      key={key}
      role={wrong ? "alert" : "status"}
      data-scan-code={code}
      className={clx(
        "flex min-h-28 items-center gap-x-4 rounded-lg px-6 py-4 text-white",
        wrong ? "bg-red-700" : warning ? "bg-orange-700" : "bg-green-700"
      )}
    >
      <Sign className="size-10 shrink-0 text-white" />
      <div className="min-w-0">
        <p className="break-words text-2xl font-semibold leading-tight">
          {t(`marketplaces.scans.${code}.title`, {
            defaultValue: message ?? code,
          })}
          {detail && ` · ${t(detail)}`}
        </p>
        <p className="break-words text-lg leading-snug">
          {refusal
            ? [message, t(`marketplaces.errors.${refusal}.remedy`)]
                .filter(Boolean)
                .join(" ")
            : t(hintKey(feedback), { ...feedback.params, defaultValue: "" })}
        </p>
        <p className="mt-1 break-all font-mono text-base opacity-90">
          {scanned}
        </p>
      </div>
    </div>
  )
}
