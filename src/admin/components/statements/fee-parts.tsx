import { useTranslation } from "react-i18next"
import type { FeePart } from "../../../domain/statements/fee-kind"
import { feeName } from "../../lib/statement-text"
import { DetailRow } from "../common/detail-row"
import { DrawerSection } from "../common/drawer-section"
import { Money } from "./money"

/** What was kept, fee by fee. */
export function FeeParts({
  parts,
  currency_code,
}: {
  parts: FeePart[]
  currency_code: string
}) {
  const { t } = useTranslation()
  const kindName = ({ kind }: FeePart) =>
    t(`marketplaces.statements.fee.${kind}`)
  const charged = parts.filter(({ amount }) => amount !== 0)
  if (charged.length === 0) {
    return null
  }
  return (
    <DrawerSection title={t("marketplaces.statements.fee_parts")}>
      {charged.map((part, index) => (
        <DetailRow key={index} label={feeName(t, part)}>
          <Money amount={part.amount} currency_code={currency_code} />
          {part.name && part.name !== kindName(part) && (
            <span className="text-ui-fg-muted"> · {kindName(part)}</span>
          )}
        </DetailRow>
      ))}
    </DrawerSection>
  )
}
