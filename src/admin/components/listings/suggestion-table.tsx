import { Button, Checkbox, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ListingSuggestion } from "../../lib/types"
import { Evidence } from "./evidence"
import { ListingName } from "./listing-name"
import { VariantName } from "./variant-name"

const STEP = 100

/** Suggested links to review: what, to what, and why. */
export function SuggestionTable({
  suggestions,
  chosen,
  disabled,
  onChoose,
  onAccept,
}: {
  suggestions: ListingSuggestion[]
  /** Listings that "accept all" is about. */
  chosen: ReadonlySet<string>
  disabled: boolean
  onChoose: (listing_ids: ReadonlySet<string>) => void
  onAccept: (suggestion: ListingSuggestion) => void
}) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(STEP)
  const all = suggestions.every(({ listing_id }) => chosen.has(listing_id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) {
      next.add(id)
    }
    onChoose(next)
  }
  return (
    <>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="w-8">
              <Checkbox
                aria-label={t("marketplaces.tabs.all")}
                checked={all}
                onCheckedChange={() =>
                  onChoose(
                    new Set(
                      all ? [] : suggestions.map(({ listing_id }) => listing_id)
                    )
                  )
                }
              />
            </Table.HeaderCell>
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
          {suggestions.slice(0, shown).map((suggestion) => (
            <Table.Row key={suggestion.listing_id}>
              <Table.Cell>
                <Checkbox
                  aria-label={
                    suggestion.listing?.title ?? suggestion.listing_id
                  }
                  checked={chosen.has(suggestion.listing_id)}
                  onCheckedChange={() => toggle(suggestion.listing_id)}
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
      {suggestions.length > shown && (
        <Button
          size="small"
          variant="secondary"
          onClick={() => setShown((count) => count + STEP)}
        >
          {t("marketplaces.runs.more_results", {
            left: suggestions.length - shown,
          })}
        </Button>
      )}
    </>
  )
}
