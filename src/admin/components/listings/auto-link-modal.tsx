import { Button, FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAutoLinkPreview, useLinkListing } from "../../hooks/api/listings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { Channel, ListingSuggestion } from "../../lib/types"
import { EmptyState } from "../common/empty-state"
import { ErrorState } from "../common/error-state"
import { FilterSelect } from "../common/filter-select"
import { LoadingRows } from "../common/loading-rows"
import { SuggestionTable } from "./suggestion-table"

/** Suggestions of one channel with their evidence: reviewed, then accepted together or one by one. */
export function AutoLinkModal({
  channels,
  initialChannel,
  onClose,
}: {
  channels: Channel[]
  initialChannel: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const onError = useFailureToast()
  const preview = useAutoLinkPreview()
  const link = useLinkListing()
  const [channel, setChannel] = useState(initialChannel)
  const [left, setLeft] = useState<ListingSuggestion[] | null>(null)
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const [working, setWorking] = useState(false)

  const ask = (id: string) => {
    setLeft(null)
    setRefused(new Set())
    preview.mutate(id, {
      onSuccess: ({ suggestions }) => setLeft(suggestions ?? []),
    })
  }
  useEffect(() => {
    if (initialChannel) {
      ask(initialChannel)
    }
    // Asked once when opened; later by choosing another channel.
  }, [initialChannel])

  const accept = async (accepted: ListingSuggestion[]) => {
    setWorking(true)
    let linked = 0
    for (const { listing_id, variant_id } of accepted) {
      try {
        await link.mutateAsync({ id: listing_id, variant_id })
        linked += 1
        setLeft(
          (all) => all?.filter((one) => one.listing_id !== listing_id) ?? null
        )
      } catch (error) {
        onError(error)
        break
      }
    }
    setWorking(false)
    if (linked > 0) {
      toast.success(t("marketplaces.listings.auto_linked", { count: linked }))
    }
  }

  const toAccept = (left ?? []).filter((one) => !refused.has(one.listing_id))
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header>
          <Button
            size="small"
            isLoading={working}
            disabled={toAccept.length === 0}
            onClick={() => void accept(toAccept)}
          >
            {t("marketplaces.listings.accept_all", { count: toAccept.length })}
          </Button>
        </FocusModal.Header>
        <FocusModal.Body className="overflow-y-auto">
          <div className="mx-auto flex w-full max-w-4xl flex-col gap-y-4 px-6 py-8">
            <FocusModal.Title asChild>
              <Heading>{t("marketplaces.listings.auto_link")}</Heading>
            </FocusModal.Title>
            <Text size="small" className="text-ui-fg-subtle">
              {t("marketplaces.listings.auto_link_hint")}
            </Text>
            <FilterSelect
              label={t("marketplaces.fields.channel")}
              value={channel}
              options={channels.map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
              onChange={(id) => {
                setChannel(id)
                ask(id)
              }}
            />
            {preview.isPending && <LoadingRows rows={5} />}
            {preview.isError && (
              <ErrorState error={preview.error} onRetry={() => ask(channel)} />
            )}
            {left && left.length === 0 && (
              <EmptyState
                title={t("marketplaces.listings.no_suggestions")}
                hint={t("marketplaces.listings.no_suggestions_hint")}
              />
            )}
            {left && left.length > 0 && (
              <SuggestionTable
                suggestions={left}
                refused={refused}
                disabled={working}
                onToggle={(id) =>
                  setRefused((current) => {
                    const next = new Set(current)
                    if (!next.delete(id)) {
                      next.add(id)
                    }
                    return next
                  })
                }
                onAccept={(suggestion) => void accept([suggestion])}
              />
            )}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
