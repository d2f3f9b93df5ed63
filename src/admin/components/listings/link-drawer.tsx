import { Alert, Button, Drawer, Heading, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  useLinkListing,
  useListing,
  useUnlinkListing,
} from "../../hooks/api/listings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { Listing } from "../../lib/types"
import { ErrorState } from "../common/error-state"
import { QueryState } from "../common/query-state"
import { Evidence } from "./evidence"
import { ListingChanges } from "./listing-changes"
import { ListingName } from "./listing-name"
import { LinkStateBadge } from "./link-state-badge"
import { VariantName } from "./variant-name"
import { VariantSearch } from "./variant-search"

function LinkForm({
  listing,
  onClose,
}: {
  listing: Listing
  onClose: () => void
}) {
  const { t } = useTranslation()
  const link = useLinkListing()
  const unlink = useUnlinkListing()
  const onError = useFailureToast()
  const [chosen, setChosen] = useState(
    listing.variant_id ?? listing.suggestion?.variant_id ?? null
  )
  const changed = listing.link_state === "changed"
  const save = () =>
    chosen &&
    link.mutate(
      { id: listing.id, variant_id: chosen },
      {
        onSuccess: () => {
          toast.success(t("marketplaces.listings.linked_toast"), {
            description: t("marketplaces.listings.linked_toast_hint"),
          })
          onClose()
        },
      }
    )
  return (
    <>
      <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
        <div className="flex items-center justify-between gap-x-3">
          <ListingName listing={listing} />
          <LinkStateBadge state={listing.link_state} />
        </div>
        {listing.variant && (
          <div>
            <Heading level="h3">{t("marketplaces.listings.linked_to")}</Heading>
            <VariantName variant={listing.variant} />
          </div>
        )}
        {changed && <ListingChanges changes={listing.changes ?? []} />}
        {!listing.variant_id && listing.suggestion && (
          <Alert variant="info">
            {t("marketplaces.listings.suggestion")}{" "}
            <Evidence suggestion={listing.suggestion} />
            {listing.suggestion.variant && (
              <VariantName variant={listing.suggestion.variant} />
            )}
          </Alert>
        )}
        <VariantSearch
          initial={listing.seller_sku ?? ""}
          chosen={chosen}
          onChoose={({ id }) => setChosen(id)}
        />
        {link.isError && <ErrorState error={link.error} onRetry={save} />}
      </Drawer.Body>
      <Drawer.Footer>
        {listing.variant_id && (
          <Button
            size="small"
            variant="danger"
            isLoading={unlink.isPending}
            onClick={() =>
              unlink.mutate(listing.id, {
                onSuccess: () => {
                  toast.success(t("marketplaces.listings.unlinked_toast"))
                  onClose()
                },
                onError,
              })
            }
          >
            {t("marketplaces.listings.unlink")}
          </Button>
        )}
        <Button
          size="small"
          isLoading={link.isPending}
          disabled={!chosen || (chosen === listing.variant_id && !changed)}
          onClick={save}
        >
          {t(
            changed && chosen === listing.variant_id
              ? "marketplaces.listings.confirm_changes"
              : "marketplaces.listings.link"
          )}
        </Button>
      </Drawer.Footer>
    </>
  )
}

/** Links one listing to a variant of the shop, or takes the link away. */
export function LinkDrawer({
  id,
  onClose,
}: {
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const listing = useListing(id)
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("marketplaces.listings.link_title")}</Drawer.Title>
        </Drawer.Header>
        <QueryState query={listing} rows={6}>
          {(data) => (
            <LinkForm key={id} listing={data.listing} onClose={onClose} />
          )}
        </QueryState>
      </Drawer.Content>
    </Drawer>
  )
}
