import { FocusModal, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** One thing to do, in front of the page: what it is, and what there is to choose or to read. */
export function FocusDialog({
  title,
  hint,
  onClose,
  children,
}: {
  title: string
  hint: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header />
        <FocusModal.Body className="overflow-y-auto">
          <div className="mx-auto flex w-full max-w-2xl flex-col gap-y-6 px-6 py-8">
            <div>
              <FocusModal.Title asChild>
                <Heading>{title}</Heading>
              </FocusModal.Title>
              <Text size="small" className="text-ui-fg-subtle">
                {hint}
              </Text>
            </div>
            {children}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
