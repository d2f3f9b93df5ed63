import { Button, FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  useAutoLink,
  useAutoLinkPreview,
  useLinkListings,
} from "../../hooks/api/listings"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { Channel, ListingSuggestion } from "../../lib/types"
import { EmptyState } from "../common/empty-state"
import { ErrorState } from "../common/error-state"
import { FilterSelect } from "../common/filter-select"
import { LoadingRows } from "../common/loading-rows"
import { SuggestionTable } from "./suggestion-table"

function idsOf(
  suggestions: Pick<ListingSuggestion, "listing_id">[]
): ReadonlySet<string> {
  return new Set(suggestions.map(({ listing_id }) => listing_id))
}

/** Suggestions of one channel with their evidence: certain ones are ticked, then accepted together or one by one. */
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
  const apply = useAutoLink()
  const [channel, setChannel] = useState(initialChannel)
  const [left, setLeft] = useState<ListingSuggestion[] | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [working, setWorking] = useState(false)
  const link = useLinkListings((links) => {
    const linked = idsOf(links)
    setLeft((all) => all?.filter((one) => !linked.has(one.listing_id)) ?? null)
    toast.success(
      t("marketplaces.listings.auto_linked", { count: links.length })
    )
  })

  const ask = (id: string) => {
    setLeft(null)
    preview.mutate(id, {
      onSuccess: ({ suggestions = [] }) => {
        setLeft(suggestions)
        setChosen(idsOf(suggestions.filter(({ certain }) => certain)))
      },
    })
  }
  useEffect(() => {
    if (initialChannel) {
      ask(initialChannel)
    }
    // Asked once when opened; later by choosing another channel.
  }, [initialChannel])

  const accepted = (left ?? []).filter((one) => chosen.has(one.listing_id))

  const accept = async (links: ListingSuggestion[]) => {
    setWorking(true)
    await link
      .mutateAsync(
        links.map(({ listing_id, variant_id }) => ({ listing_id, variant_id }))
      )
      .catch(onError)
    setWorking(false)
  }

  /** Exactly the certain ones are linked by the server in one go, however many they are. */
  const acceptChosen = async () => {
    const certain = (left ?? []).filter((one) => one.certain)
    const all = certain.length === accepted.length
    if (!all || !accepted.every((one) => one.certain)) {
      return accept(accepted)
    }
    setWorking(true)
    try {
      const result = await apply.mutateAsync(channel)
      setLeft(result.suggestions ?? [])
      toast.success(
        t("marketplaces.listings.auto_linked", {
          count: result.linked?.length ?? 0,
        })
      )
    } catch (error) {
      onError(error)
    }
    setWorking(false)
  }

  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header>
          <Button
            size="small"
            isLoading={working}
            disabled={accepted.length === 0}
            onClick={() => void acceptChosen()}
          >
            {t("marketplaces.listings.accept_all", { count: accepted.length })}
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
                chosen={chosen}
                disabled={working}
                onChoose={setChosen}
                onAccept={(suggestion) => void accept([suggestion])}
              />
            )}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
