import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePageWithin } from "../../hooks/use-page-within"
import { PAGE_SIZE, useUrlState } from "../../hooks/use-url-state"

/** Turns the pages of a list whose page lives in the address; nothing for a single page. */
export function PageTurner({ count }: { count: number }) {
  const { t } = useTranslation()
  const url = useUrlState()
  usePageWithin(count)
  if (count <= PAGE_SIZE) {
    return null
  }
  const turn = (page: number, label: string, possible: boolean) => (
    <Button
      size="small"
      variant="transparent"
      disabled={!possible}
      onClick={() => url.set({ page: String(page) }, { keepPage: true })}
    >
      {t(label)}
    </Button>
  )
  return (
    <div className="flex justify-end gap-2 px-6 py-3">
      {turn(url.page - 1, "marketplaces.table.prev", url.page > 1)}
      {turn(
        url.page + 1,
        "marketplaces.table.next",
        url.offset + PAGE_SIZE < count
      )}
    </div>
  )
}
