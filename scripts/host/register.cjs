/**
 * Preloaded into child processes that run TypeScript from source. They end with
 * the command that started them, however that ended.
 */
process.once("disconnect", () => process.exit(0))
require("ts-node").register({})
