import { Button, Input, Label, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useChangeClaim } from "../../hooks/api/claims"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { Claim } from "../../lib/types"
import { DrawerSection } from "../common/drawer-section"

/** The marketplace's number of the case, and what people want to remember. */
export function ClaimNotes({ claim }: { claim: Claim }) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const change = useChangeClaim()
  const [reference, setReference] = useState(claim.external_reference ?? "")
  const [note, setNote] = useState(claim.note ?? "")
  const is_changed =
    reference.trim() !== (claim.external_reference ?? "") ||
    note.trim() !== (claim.note ?? "")
  const save = () =>
    change.mutate(
      { id: claim.id, external_reference: reference.trim(), note: note.trim() },
      {
        onSuccess: () => toast.success(t("marketplaces.claims.saved")),
        onError,
      }
    )
  return (
    <DrawerSection title={t("marketplaces.claims.notes")}>
      <form
        className="flex flex-col gap-y-3 px-6 pb-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Label size="small" htmlFor="claim-reference">
          {t("marketplaces.claims.reference")}
        </Label>
        <Input
          id="claim-reference"
          size="small"
          maxLength={200}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
        <Label size="small" htmlFor="claim-note">
          {t("marketplaces.claims.note")}
        </Label>
        <Textarea
          id="claim-note"
          rows={3}
          maxLength={2000}
          placeholder={t("marketplaces.claims.note_hint")}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div>
          <Button
            size="small"
            variant="secondary"
            type="submit"
            disabled={!is_changed}
            isLoading={change.isPending}
          >
            {t("marketplaces.claims.save")}
          </Button>
        </div>
      </form>
    </DrawerSection>
  )
}
