import { ArrowDownTray, Trash } from "@medusajs/icons"
import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import {
  fetchStatementFile,
  useTakeBackStatement,
} from "../../hooks/api/statements"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { saveBlob } from "../../lib/open-file"
import type { Statement } from "../../lib/types"

/** The file as it was uploaded, and taking the whole statement back. */
export function StatementActions({ statement }: { statement: Statement }) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const onError = useFailureToast()
  const take = useTakeBackStatement(statement.id)
  const [saving, setSaving] = useState(false)
  const name = statement.filename ?? statement.external_id ?? statement.id

  const save = () => {
    setSaving(true)
    fetchStatementFile(statement.id)
      .then((blob) => saveBlob(blob, name), onError)
      .finally(() => setSaving(false))
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
      {statement.source === "file" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={saving}
          onClick={save}
        >
          <ArrowDownTray />
          {t("marketplaces.statements.file")}
        </Button>
      )}
      {statement.status !== "importing" && (
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
