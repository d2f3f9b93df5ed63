import fc from "fast-check"
import { createMissing } from "../halving"

/** A table that refuses a whole batch for one taken or bad id, as the database does. */
function table(taken: string[], bad: string[]) {
  const rows = new Set(taken)
  return {
    rows,
    find: (ids: string[]) => Promise.resolve(ids.filter((id) => rows.has(id))),
    insert: (ids: string[]) => {
      const wrong = ids.find((id) => rows.has(id) || bad.includes(id))
      if (wrong !== undefined) {
        return Promise.reject(new Error(`no ${wrong}`))
      }
      ids.forEach((id) => rows.add(id))
      return Promise.resolve()
    },
  }
}

const someIds = fc.array(fc.integer({ min: 0, max: 30 }).map(String))

describe("createMissing", () => {
  it("creates all that can be, names what was there and what cannot be", async () => {
    await fc.assert(
      fc.asyncProperty(someIds, someIds, someIds, async (ids, taken, bad) => {
        const store = table(taken, bad)
        const run = () =>
          createMissing({
            rows: ids,
            idOf: (id) => id,
            findExisting: store.find,
            create: store.insert,
          })
        const first = await run()
        const wanted = new Set(ids)
        expect(new Set(first.existing)).toEqual(
          new Set(taken.filter((id) => wanted.has(id)))
        )
        expect(new Set(first.refused.map(({ row }) => row))).toEqual(
          new Set(bad.filter((id) => wanted.has(id) && !taken.includes(id)))
        )
        expect(
          first.created.length + first.existing.length + first.refused.length
        ).toBe(wanted.size)

        const before = new Set(store.rows)
        const second = await run()
        expect(second.created).toEqual([])
        expect(store.rows).toEqual(before)
      })
    )
  })

  it("counts a row that somebody else made meanwhile as existing", async () => {
    const store = table([], [])
    let first = true
    const { created, existing, refused } = await createMissing({
      rows: ["a", "b"],
      idOf: (id) => id,
      findExisting: store.find,
      create: async (ids) => {
        if (first) {
          first = false
          await store.insert(["a"])
        }
        await store.insert(ids)
      },
    })
    expect({ created, existing, refused }).toEqual({
      created: ["b"],
      existing: ["a"],
      refused: [],
    })
  })

  it.each([
    Object.assign(new Error("x"), { code: "40P01" }),
    Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
    new Error("Timed-out acquiring lock."),
  ])("blames no row for %s", async (error) => {
    let calls = 0
    await expect(
      createMissing({
        rows: ["a", "b", "c"],
        idOf: (id) => id,
        findExisting: () => Promise.resolve([]),
        create: () => {
          calls++
          return Promise.reject(error)
        },
      })
    ).rejects.toBe(error)
    expect(calls).toBe(1)
  })
})
