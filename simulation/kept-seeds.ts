/** Histories that once showed a fault of the plugin; each runs again with every `npm test`. */
export const KEPT_SEEDS: readonly {
  seed: number
  events: number
  showed: string
}[] = [
  {
    seed: 390,
    events: 8,
    showed:
      "An order whose article had lost its link changed at its marketplace, and its line lost the article.",
  },
  {
    seed: 10415,
    events: 10,
    showed:
      "An order was cancelled after a process had died between making its Medusa order and recording it: that order stayed open and kept its units.",
  },
  {
    seed: 17307,
    events: 10,
    showed:
      "The same with the units given back already, and the Medusa order open for ever.",
  },
  {
    seed: 64,
    events: 200,
    showed:
      "A half made order whose goods had lost their link was taken for imported.",
  },
  {
    seed: 76,
    events: 200,
    showed:
      "Units of a parked order were given back just before a crash, and its order came in without them.",
  },
  {
    seed: 158,
    events: 200,
    showed:
      "Somebody raised a number by hand while the parcel of an unseen order left: its units were taken for given back.",
  },
  {
    seed: 293,
    events: 200,
    showed:
      "A process died between making a cancelled order of one that was parked and giving its units back: they stayed kept.",
  },
  {
    seed: 368,
    events: 200,
    showed:
      "Units were sold when their listing was first looked at, and their parcel left before the order was read: they were forgotten.",
  },
  {
    seed: 378,
    events: 200,
    showed:
      "The database went away while the reading of a statement was being committed: it ended as failed, and was not begun again.",
  },
  {
    seed: 752,
    events: 200,
    showed:
      "A process died between making an order and keeping its units, and one of its goods lost its link: nothing was kept for the others.",
  },
  {
    seed: 756,
    events: 200,
    showed:
      "Units were kept for an order whose lines nobody had written down before it was cancelled: they stayed kept.",
  },
]
