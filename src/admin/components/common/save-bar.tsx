import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/**
 * The end of a form that stays open: saves what was changed, or resets the form, which puts back
 * what was saved. It can be reset without a change too, where a field holds what it cannot read.
 */
export function SaveBar({
  isChanged,
  isPending,
  isRefused = false,
}: {
  isChanged: boolean
  isPending: boolean
  /** What is chosen cannot be saved, and the form says why. */
  isRefused?: boolean
}) {
  const { t } = useTranslation()
  return (
    <div className="flex justify-end gap-2">
      <Button type="reset" size="small" variant="secondary">
        {t("marketplaces.actions.discard")}
      </Button>
      <Button
        type="submit"
        size="small"
        isLoading={isPending}
        disabled={!isChanged || isRefused}
      >
        {t("marketplaces.actions.save")}
      </Button>
    </div>
  )
}
