import { type DataTableRowSelectionState, toast, usePrompt } from "@medusajs/ui"
import { type ReactNode, useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type ListingQuery,
  useCreateProducts,
  useForgetListings,
  useListings,
  useUnlinkListing,
} from "../../hooks/api/listings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { Channel, Listing } from "../../lib/types"
import { UrlTable } from "../common/url-table"
import { useListingColumns } from "./listing-columns"

/** Listings of one tab, with what can be done with one or several of them. */
export function ListingTable({
  query,
  channels,
  filters,
  filtered,
  empty,
  onLink,
  onRun,
}: {
  query: ListingQuery
  channels: Channel[]
  filters: ReactNode
  filtered: boolean
  empty: ReactNode
  onLink: (id: string) => void
  onRun: (run_id: string) => void
}) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const onError = useFailureToast()
  const listings = useListings(query)
  const unlink = useUnlinkListing()
  const forget = useForgetListings()
  const create = useCreateProducts()
  const [selected, setSelected] = useState<DataTableRowSelectionState>({})

  const forgetAll = async (ids: string[]) => {
    const sure = await prompt({
      title: t("marketplaces.listings.forget_title", { count: ids.length }),
      description: t("marketplaces.listings.forget_text"),
      confirmText: t("marketplaces.listings.forget"),
      cancelText: t("marketplaces.actions.cancel"),
    })
    if (!sure) {
      return
    }
    try {
      await forget.mutateAsync(ids)
      setSelected({})
      toast.success(t("marketplaces.listings.forgotten_toast"))
    } catch (error) {
      onError(error)
    }
  }

  const columns = useListingColumns(channels, {
    onLink: useCallback((listing: Listing) => onLink(listing.id), [onLink]),
    onUnlink: (listing) =>
      unlink.mutate(listing.id, {
        onSuccess: () =>
          toast.success(t("marketplaces.listings.unlinked_toast")),
        onError,
      }),
    onForget: (listing) => void forgetAll([listing.id]),
  })
  return (
    <UrlTable
      rows={listings.data?.listings ?? []}
      count={listings.data?.count ?? 0}
      query={listings}
      columns={columns}
      searchPlaceholder={t("marketplaces.listings.search")}
      filters={filters}
      filtered={filtered}
      empty={empty}
      onRowClick={(listing) => onLink(listing.id)}
      selection={{
        state: selected,
        onChange: setSelected,
        commands: [
          {
            label: t("marketplaces.listings.create_products"),
            shortcut: "c",
            action: (selection) =>
              create.mutate(Object.keys(selection), {
                onSuccess: ({ run }) => {
                  setSelected({})
                  onRun(run.id)
                },
                onError,
              }),
          },
          {
            label: t("marketplaces.listings.forget"),
            shortcut: "f",
            action: (selection) => forgetAll(Object.keys(selection)),
          },
        ],
      }}
    />
  )
}
