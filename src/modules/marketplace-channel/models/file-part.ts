import { model } from "@medusajs/framework/utils"

/** A piece of a file, so that neither writing nor serving it holds all of it in one string. */
const FilePart = model
  .define("marketplace_file_part", {
    id: model.id({ prefix: "mpfpart" }).primaryKey(),
    file_id: model.text(),
    position: model.number(),
    /** Base64. */
    content: model.text(),
  })
  .indexes([
    {
      name: "IDX_marketplace_file_part_file",
      on: ["file_id", "position"],
      unique: true,
    },
    {
      // Finds files that were begun and never finished.
      name: "IDX_marketplace_file_part_begun",
      on: ["created_at"],
      where: "position = 0 AND deleted_at IS NULL",
    },
  ])

export default FilePart
