import { CheckCircleSolid, CircleDottedLine } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

export type Step = {
  name: "connect" | "download_listings" | "link" | "download_orders"
  done: boolean
  to: string
}

/** What to do, in which order, until the first orders are in; then it is gone. */
export function FirstSteps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation()
  const next = steps.find(({ done }) => !done)
  if (!next) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("marketplaces.steps.title")}
      </Heading>
      <ol className="divide-y">
        {steps.map(({ name, done, to }) => (
          <li key={name} className="flex items-center gap-x-3 px-6 py-3">
            {done ? (
              <CheckCircleSolid className="text-ui-tag-green-icon" />
            ) : (
              <CircleDottedLine className="text-ui-fg-muted" />
            )}
            <div className="min-w-0">
              {name === next.name ? (
                <Link
                  to={to}
                  className="txt-compact-small-plus text-ui-fg-interactive"
                >
                  {t(`marketplaces.steps.${name}.title`)}
                </Link>
              ) : (
                <Text size="small" weight="plus" leading="compact">
                  {t(`marketplaces.steps.${name}.title`)}
                </Text>
              )}
              <Text size="small" className="text-ui-fg-subtle">
                {t(`marketplaces.steps.${name}.hint`)}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </Container>
  )
}
