import { Button, Checkbox, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListingSuggestion } from "../../lib/types"
import { Evidence } from "./evidence"
import { ListingName } from "./listing-name"
import { VariantName } from "./variant-name"

/** Suggested links to review: what, to what, and why. */
export function SuggestionTable({
  suggestions,
  refused,
  disabled,
  onToggle,
  onAccept,
}: {
  suggestions: ListingSuggestion[]
  /** Listings left out of "accept all". */
  refused: ReadonlySet<string>
  disabled: boolean
  onToggle: (listing_id: string) => void
  onAccept: (suggestion: ListingSuggestion) => void
}) {
  const { t } = useTranslation()
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell className="w-8" />
          <Table.HeaderCell>
            {t("marketplaces.fields.listing")}
          </Table.HeaderCell>
          <Table.HeaderCell>
            {t("marketplaces.fields.variant")}
          </Table.HeaderCell>
          <Table.HeaderCell>
            {t("marketplaces.fields.evidence")}
          </Table.HeaderCell>
          <Table.HeaderCell />
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {suggestions.map((suggestion) => (
          <Table.Row key={suggestion.listing_id}>
            <Table.Cell>
              <Checkbox
                aria-label={suggestion.listing?.title ?? suggestion.listing_id}
                checked={!refused.has(suggestion.listing_id)}
                onCheckedChange={() => onToggle(suggestion.listing_id)}
              />
            </Table.Cell>
            <Table.Cell className="max-w-60">
              {suggestion.listing ? (
                <ListingName listing={suggestion.listing} />
              ) : (
                <Text size="small">{suggestion.listing_id}</Text>
              )}
            </Table.Cell>
            <Table.Cell className="max-w-60">
              {suggestion.variant ? (
                <VariantName variant={suggestion.variant} />
              ) : (
                <Text size="small">{suggestion.variant_id}</Text>
              )}
            </Table.Cell>
            <Table.Cell>
              <Evidence suggestion={suggestion} />
            </Table.Cell>
            <Table.Cell className="text-right">
              <Button
                size="small"
                variant="secondary"
                disabled={disabled}
                onClick={() => onAccept(suggestion)}
              >
                {t("marketplaces.listings.link")}
              </Button>
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}
