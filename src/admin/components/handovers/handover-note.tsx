import { Button, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNoteHandover } from "../../hooks/api/handovers"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { HandoverDetail } from "../../lib/types"

/** A remark on the record; it is on the sheet too. */
export function HandoverNote({ handover }: { handover: HandoverDetail }) {
  const { t } = useTranslation()
  const save = useNoteHandover(handover.id)
  const onError = useFailureToast()
  const [note, setNote] = useState(handover.note ?? "")
  if (handover.status === "closed") {
    return handover.note ? (
      <Text size="small" className="px-6 py-3">
        {t("marketplaces.handovers.note")}: {handover.note}
      </Text>
    ) : null
  }
  const changed = note.trim() !== (handover.note ?? "")
  return (
    <form
      className="flex items-center gap-2 px-6 py-3"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(note.trim(), {
          onSuccess: () => toast.success(t("marketplaces.actions.saved")),
          onError,
        })
      }}
    >
      <div className="flex-1">
        <Input
          size="small"
          aria-label={t("marketplaces.handovers.note")}
          placeholder={t("marketplaces.handovers.note")}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {changed && (
        <Button
          type="submit"
          size="small"
          variant="secondary"
          isLoading={save.isPending}
        >
          {t("marketplaces.actions.save")}
        </Button>
      )}
    </form>
  )
}
