import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { JsonValue } from "../../../domain/shared/json"
import type { Listing } from "../../lib/types"

/** A value as a person reads it: attributes as their values, the rest as text. */
function shown(value: JsonValue): string {
  if (Array.isArray(value)) {
    return value.map(shown).join(", ")
  }
  if (value !== null && typeof value === "object") {
    return shown(value.value ?? null)
  }
  return value === null ? "—" : String(value)
}

/** What changed on the marketplace since the listing was linked; the link itself still holds. */
export function ListingChanges({
  changes,
}: {
  changes: NonNullable<Listing["changes"]>
}) {
  const { t } = useTranslation()
  return (
    <Alert variant="warning">
      <Text size="small" weight="plus">
        {t("marketplaces.listings.changed_hint")}
      </Text>
      <ul>
        {changes.map(({ field, from, to }) => (
          <li key={field} className="txt-compact-small break-words">
            {t(`marketplaces.listing_fields.${field}`, { defaultValue: field })}
            : {shown(from)} → {shown(to)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
