/** Preloaded into child processes that run TypeScript from source. */
require("./end-with-parent.cjs")
require("ts-node").register({})
