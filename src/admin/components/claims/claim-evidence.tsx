import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { openBlob } from "../../lib/open-file"
import { fetchBlob } from "../../lib/sdk"
import type { Claim } from "../../lib/types"
import { DetailRow } from "../common/detail-row"
import { DrawerSection } from "../common/drawer-section"
import { Moment } from "../common/moment"

/** What proves a claim, as it was when the claim was made; photos open in a tab of their own. */
export function ClaimEvidence({ evidence }: Pick<Claim, "evidence">) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const open = (id: string) =>
    fetchBlob(`/admin/marketplaces/files/${id}`).then(openBlob).catch(onError)
  return (
    <DrawerSection
      title={t("marketplaces.claims.evidence")}
      hint={t("marketplaces.claims.evidence_hint")}
    >
      {evidence.length === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 pb-3">
          {t("marketplaces.claims.no_evidence")}
        </Text>
      )}
      {evidence.map(({ kind, id, label, at, file_ids, params }) => (
        <DetailRow
          key={`${kind} ${id}`}
          label={t(`marketplaces.claims.evidence_kind.${kind}`)}
        >
          <span className="break-words">
            {[
              kind === "parcel_mark"
                ? t(`marketplaces.claims.mark.${String(params.mark)}`)
                : null,
              kind === "receipt"
                ? t("marketplaces.claims.received", {
                    good: params.good,
                    damaged: params.damaged,
                    lost: params.lost,
                  })
                : null,
              label,
              params.carrier,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <Text size="xsmall" className="text-ui-fg-muted">
            <Moment value={at} empty="" />
          </Text>
          {file_ids.length > 0 && (
            <div className="flex flex-wrap gap-2 pt-1">
              {file_ids.map((file_id, index) => (
                <Button
                  key={file_id}
                  size="small"
                  variant="transparent"
                  onClick={() => void open(file_id)}
                >
                  {t("marketplaces.claims.photo", { number: index + 1 })}
                </Button>
              ))}
            </div>
          )}
        </DetailRow>
      ))}
    </DrawerSection>
  )
}
