import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { RunPanel } from "./run-panel"

/** Follows a run beside the page it was started from; closing it stops nothing. */
export function RunDrawer({
  id,
  title,
  onClose,
}: {
  id: string
  title: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="flex-1 overflow-y-auto">
          <RunPanel id={id} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button asChild size="small" variant="secondary">
            <Link to={`/marketplaces/runs/${id}`}>
              {t("marketplaces.runs.open")}
            </Link>
          </Button>
          <Drawer.Close asChild>
            <Button size="small">{t("marketplaces.actions.close")}</Button>
          </Drawer.Close>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
