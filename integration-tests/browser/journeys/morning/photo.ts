import type { Page } from "playwright-core"

const BROKEN_BOWL = `<body style="margin:0;background:#c9a77c"><svg width="480" height="360">
<path d="M70 130h340c-10 110-70 170-170 170S80 240 70 130z" fill="#8fae9b"/>
<path d="M250 130l-22 48 34 26-30 40 16 56" stroke="#5b3a21" stroke-width="9" fill="none"/>
<path d="M350 130l70-46-12 60z" fill="#7d9c89"/>
</svg></body>`

/** A photo such as a phone takes: a bowl that came back broken. */
export async function photographBrokenBowl(page: Page): Promise<Buffer> {
  const camera = await page.context().newPage()
  try {
    await camera.setContent(BROKEN_BOWL)
    return await camera.locator("svg").screenshot()
  } finally {
    await camera.close()
  }
}
