import * as React from "react"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { MemoryRouter } from "react-router-dom"
import { QueryState } from "../components/common/query-state"

/** What the compiled JSX calls here. */
Object.assign(globalThis, { React })

const page = (back?: { to: string; label: string }) =>
  renderToStaticMarkup(
    createElement(
      MemoryRouter,
      null,
      createElement(QueryState<string>, {
        query: {
          data: undefined,
          error: Object.assign(new Error("There is no pick list mppick_1."), {
            status: 404,
          }),
          isError: true,
          refetch: () => undefined,
        },
        back,
        children: (data: string) => data,
      })
    )
  )

it("a page whose content is gone leads back to its list", () => {
  const list = { to: "/marketplaces/pick-lists", label: "All pick lists" }
  expect(page(list)).toMatch(
    /<a [^>]*href="\/marketplaces\/pick-lists"[^>]*>All pick lists<\/a>/
  )
  expect(page()).not.toContain("<a ")
})
