import { ArrowDownTray, Trash } from "@medusajs/icons"
import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { fetchStatementLines } from "../../hooks/api/reports"
import {
  fetchStatementFile,
  useTakeBackStatement,
} from "../../hooks/api/statements"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { saveBlob } from "../../lib/open-file"
import type { Statement } from "../../lib/types"

/** The lines with what became of them, the file as it was uploaded, and taking it all back. */
export function StatementActions({ statement }: { statement: Statement }) {
  const { t, i18n } = useTranslation()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const onError = useFailureToast()
  const take = useTakeBackStatement(statement.id)
  const [saving, setSaving] = useState<"file" | "lines" | null>(null)
  const name = statement.filename ?? statement.external_id ?? statement.id

  const save = (what: "file" | "lines") => {
    setSaving(what)
    const saved =
      what === "file"
        ? fetchStatementFile(statement.id).then((blob) => saveBlob(blob, name))
        : fetchStatementLines(statement.id, i18n.language).then((blob) =>
            saveBlob(
              blob,
              `${t("marketplaces.statements.title")} - ${name.replace(/\.xlsx$/i, "")}.xlsx`
            )
          )
    saved.catch(onError).finally(() => setSaving(null))
  }
  const ask = async () => {
    const sure = await prompt({
      title: t("marketplaces.statements.take_back_title"),
      description: t("marketplaces.statements.take_back_text", { name }),
      confirmText: t("marketplaces.statements.take_back"),
      cancelText: t("marketplaces.actions.cancel"),
    })
    if (sure) {
      take.mutate(undefined, {
        onSuccess: () => {
          toast.success(t("marketplaces.statements.taken_back"))
          void navigate("/marketplaces/statements")
        },
        onError,
      })
    }
  }
  return (
    <>
      {statement.status === "done" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={saving === "lines"}
          onClick={() => save("lines")}
        >
          <ArrowDownTray />
          {t("marketplaces.statements.report.export_lines")}
        </Button>
      )}
      {statement.source === "file" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={saving === "file"}
          onClick={() => save("file")}
        >
          <ArrowDownTray />
          {t("marketplaces.statements.file")}
        </Button>
      )}
      {!statement.is_being_read && (
        <Button
          size="small"
          variant="secondary"
          isLoading={take.isPending}
          onClick={() => void ask()}
        >
          <Trash />
          {t("marketplaces.statements.take_back")}
        </Button>
      )}
    </>
  )
}
